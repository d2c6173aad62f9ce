'use client'

import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { AssessmentView } from '#contracts/grading.ts'
import type { IncidentView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import { useKeys } from '#ui/desk/use-keys.ts'
import { GradeReason } from '#ui/incident/grade-reason.tsx'
import { mayWhileOpen } from '#ui/incident/incident-right.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { useOfIncident } from '#ui/live/use-of-incident.ts'
import { Button } from '#ui/primitives/button.tsx'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { dayAndTime } from '#ui/rules/versions.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { RegradeDialog } from './regrade-dialog.tsx'
import { StatedFactList } from './stated-fact-list.tsx'

/** Why this grade, who said so, and what officers know beside the posts; the key G opens it to confirm, raise or lower. */
export function GradePanel({
  incident,
  person,
  open,
  setOpen,
}: {
  incident: IncidentView
  person: Person
  open: boolean
  setOpen: (open: boolean) => void
}) {
  const t = useTranslations('grading')
  const { answer } = useOfIncident('assessment', incident.id)
  const [regrading, setRegrading] = useState(false)
  const [stating, setStating] = useState(false)
  const [asked, setAsked] = useState(false)
  const mayGrade = mayWhileOpen(incident, person, 'regrade_incident')
  const mayState = mayWhileOpen(incident, person, 'state_facts')
  const assessment = answer?.ok ? answer.value : null
  useKeys({
    g: () => {
      setOpen(true)
      if (mayGrade) setRegrading(true)
    },
  })
  if (!open) return null
  return (
    <Panel
      caption={t('title')}
      note={assessment ? t(`standing.${assessment.standing}`) : null}
      aside={
        <button type="button" className="text-desk-body text-accent underline" onClick={() => setOpen(false)}>
          {t('close')}
        </button>
      }
    >
      <div className="mt-2 grid gap-x-8 gap-y-4 md:grid-cols-2">
        <Part caption={t('proposed')}>
          <GradeReason incident={incident} />
        </Part>
        <Part caption={t('said')}>
          <Decision assessment={assessment} />
          <StatedFactList incidentId={incident.id} assessment={assessment} mayState={mayState} />
        </Part>
      </div>
      <p className="mt-4 flex flex-wrap items-center gap-2">
        {mayGrade ? (
          <Button hint="G" onClick={() => setRegrading(true)}>
            {t('regrade')}
          </Button>
        ) : null}
        {mayState ? <Button onClick={() => setStating(true)}>{t('stateFact')}</Button> : null}
        {asked ? <span className="text-desk-body font-semibold">{t('askedSecond')}</span> : null}
      </p>
      {regrading && mayGrade ? (
        <RegradeDialog
          incident={incident}
          close={() => setRegrading(false)}
          answered={(state) => setAsked(state === 'asked')}
        />
      ) : null}
      {stating ? <FactDialog incidentId={incident.id} close={() => setStating(false)} /> : null}
    </Panel>
  )
}

function Part({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h3 className="text-desk-meta text-t3">{caption}</h3>
      {children}
    </section>
  )
}

function Decision({ assessment }: { assessment: AssessmentView | null }) {
  const t = useTranslations('grading')
  const decision = assessment?.decision
  if (!decision) return <p className="mt-2 text-desk-body text-t2">{t('nobodyYet')}</p>
  return (
    <p className="mt-2 flex items-center gap-3 text-desk-body">
      <GradeBadge grade={decision.grade} size={24} />
      <span className="min-w-0">
        {t('decided', { who: decision.by.post, time: dayAndTime(decision.at) })}
        {decision.reason ? <span className="block text-t2">{decision.reason}</span> : null}
      </span>
    </p>
  )
}
