'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { removeDay } from '#actions/clocks.ts'
import type { CalendarView } from '#contracts/clock.ts'
import type { AgencyView } from '#contracts/views.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { useRefresh } from '#ui/shell/refresh.ts'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { dayOf } from '#ui/time/day-of.ts'

/** What the office has said of single days, why, and who; each can be taken back. */
export function OwnDays({
  calendar: { own },
  agencies,
  mayEdit,
}: {
  calendar: CalendarView
  agencies: AgencyView[]
  mayEdit: boolean
}) {
  const t = useTranslations('calendar')
  const refusalText = useRefusalText()
  const refresh = useRefresh()
  const [busy, setBusy] = useState<string | null>(null)
  const [answer, setAnswer] = useState<string | null>(null)
  const takeBack = async (day: string) => {
    setBusy(day)
    const result = await removeDay({ day })
    setBusy(null)
    setAnswer(result.ok ? null : refusalText(result.refusal))
    refresh()
  }
  return (
    <Panel caption={t('own')} note={mayEdit ? t('ownNote') : null}>
      {answer ? (
        <p role="alert" className="mt-2 text-desk-body font-semibold">
          {answer}
        </p>
      ) : null}
      <ul className="mt-2 text-desk-body">
        {own.map(({ day, kind, reason, by, at }) => (
          <li key={day} className="flex items-baseline gap-3 border-t border-line py-2">
            <span className="unbroken font-semibold text-t1">{t('dayWords', { day, kind })}</span>
            <span className="min-w-0 flex-1 text-t2">
              {reason}
              <span className="block text-desk-meta text-t3">
                {agencyName(agencies, by.agency) || by.post} {dayOf(at)}
              </span>
            </span>
            {mayEdit ? (
              <Button busy={busy === day} onClick={() => takeBack(day)}>
                {t('takeBack')}
              </Button>
            ) : null}
          </li>
        ))}
        {own.length === 0 ? <li className="text-t3">{t('ownNone')}</li> : null}
      </ul>
    </Panel>
  )
}
