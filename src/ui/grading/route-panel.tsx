'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { AssessmentView, RouteEntryView } from '#contracts/grading.ts'
import type { AgencyView, IncidentView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { mayWhileOpen } from '#ui/incident/incident-right.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { useOfIncident } from '#ui/live/use-of-incident.ts'
import { Button } from '#ui/primitives/button.tsx'
import { RouteDialog } from './route-dialog.tsx'

/** Everybody who was told, by which rule or whom, and on which sentence of the founding document. */
export function RoutePanel({
  incident,
  person,
  agencies,
}: {
  incident: IncidentView
  person: Person
  agencies: AgencyView[]
}) {
  const t = useTranslations('grading.route')
  const { answer } = useOfIncident('assessment', incident.id)
  const [adding, setAdding] = useState(false)
  const assessment: AssessmentView | null = answer?.ok ? answer.value : null
  const mayAdd = mayWhileOpen(incident, person, 'route_by_hand')
  if (!assessment) return null
  return (
    <Panel
      caption={t('title')}
      note={t('note', { count: assessment.route.length })}
      aside={mayAdd ? <Button onClick={() => setAdding(true)}>{t('add')}</Button> : null}
    >
      <RouteList route={assessment.route} agencies={agencies} />
      {adding ? (
        <RouteDialog
          incidentId={incident.id}
          others={assessment.others}
          agencies={agencies}
          close={() => setAdding(false)}
        />
      ) : null}
    </Panel>
  )
}

/** One line for each agency; also what the test box shows. */
export function RouteList({ route, agencies }: { route: RouteEntryView[]; agencies: AgencyView[] }) {
  const t = useTranslations('grading.route')
  return (
    <ul className="mt-2 text-desk-body">
      {route.map((entry) => (
        <li
          key={entry.agency}
          className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 border-t border-line py-[6px] first:border-0"
        >
          <strong className="truncate font-semibold">{agencyName(agencies, entry.agency)}</strong>
          <span className="min-w-0">
            <span className="text-t2">
              {entry.by ? t('byHand', { who: entry.by.post }) : (entry.line ?? t('earlier'))}
              {entry.kind ? <span className="ml-2 text-desk-meta text-t3">{entry.kind}</span> : null}
            </span>
            {entry.basis ? <q className="block text-t1 [quotes:'“''”']">{entry.basis}</q> : null}
            {entry.reason ? <span className="block text-t2">{entry.reason}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
