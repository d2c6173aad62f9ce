'use client'

import { useTranslations } from 'use-intl/react'
import type { RosterView } from '#contracts/roster.ts'
import type { AgencyView } from '#contracts/views.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { useMoment } from '#ui/time/use-moment.ts'

/** Who changed the roster, when, why, and how much of it. */
export function RosterHistory({
  roster: { changes },
  agencies,
}: {
  roster: RosterView
  agencies: AgencyView[]
}) {
  const t = useTranslations('roster')
  const moment = useMoment()
  return (
    <Panel caption={t('history')} note={changes.length}>
      {changes.length === 0 ? (
        <p className="mt-1 text-desk-body text-t3">{t('historyNone')}</p>
      ) : (
        <ol className="mt-1 max-h-96 overflow-y-auto">
          {changes.map(({ version, why, by, at, firstDay, lastDay, added, ended, agencies: changed }) => (
            <li key={version} className="border-t border-line py-2 text-desk-body first:border-0">
              <span className="block">
                {changed.map((key) => agencyName(agencies, key)).join('、')} {why}
              </span>
              <span className="block text-desk-meta text-t2">
                {t('changed', { first: firstDay, last: lastDay, added, ended })}
              </span>
              <span className="block text-desk-meta text-t3">
                {by?.post} {moment(at)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
