'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { AgencyView, IncidentView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import { GradeReason } from '#ui/incident/grade-reason.tsx'
import { mayWhileOpen } from '#ui/incident/incident-right.ts'
import { useOfIncident } from '#ui/live/use-of-incident.ts'
import { Button } from '#ui/primitives/button.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { RegradeDialog } from './regrade-dialog.tsx'
import { RouteList } from './route-panel.tsx'
import { StatedFactList } from './stated-fact-list.tsx'

/** Grade, facts from the scene and who was told, on a phone: folded away but for the two buttons an officer needs standing. */
export function PhoneGrade({
  incident,
  person,
  agencies,
}: {
  incident: IncidentView
  person: Person
  agencies: AgencyView[]
}) {
  const t = useTranslations('grading')
  const { answer } = useOfIncident('assessment', incident.id)
  const [open, setOpen] = useState<'regrade' | 'fact' | null>(null)
  const assessment = answer?.ok ? answer.value : null
  const mayGrade = mayWhileOpen(incident, person, 'regrade_incident')
  const mayState = mayWhileOpen(incident, person, 'state_facts')
  const close = () => setOpen(null)
  return (
    <section className="border-t border-line py-4">
      <details>
        <summary className="flex min-h-12 cursor-pointer items-center gap-3 text-phone-body font-semibold">
          {t('title')}
          {assessment ? (
            <span className="min-w-0 truncate font-normal text-t2">
              {t(`standing.${assessment.standing}`)}
            </span>
          ) : null}
        </summary>
        <GradeReason incident={incident} />
        <StatedFactList incidentId={incident.id} assessment={assessment} mayState={mayState} />
        {assessment ? (
          <>
            <h3 className="mt-4 text-phone-body font-semibold">{t('route.title')}</h3>
            <RouteList route={assessment.route} agencies={agencies} />
          </>
        ) : null}
      </details>
      <p className="mt-2 grid auto-cols-fr grid-flow-col gap-2">
        {mayGrade ? (
          <Button surface="phone" onClick={() => setOpen('regrade')}>
            {t('regrade')}
          </Button>
        ) : null}
        {mayState ? (
          <Button surface="phone" onClick={() => setOpen('fact')}>
            {t('stateFact')}
          </Button>
        ) : null}
      </p>
      {open === 'regrade' ? <RegradeDialog incident={incident} close={close} /> : null}
      {open === 'fact' ? <FactDialog incidentId={incident.id} close={close} /> : null}
    </section>
  )
}
