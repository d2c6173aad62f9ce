'use client'

import { useTranslations } from 'use-intl/react'
import type { IncidentView } from '#contracts/views.ts'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { useGradeWords } from './grade-words.ts'

/** The proposal: the line that fired on which facts, every step that moved it since, and whether the general plan takes over. */
export function GradeReason({ incident }: { incident: Pick<IncidentView, 'gradeReason'> }) {
  const t = useTranslations('grading')
  const words = useGradeWords()
  const { base, modifiers, generalPlan } = incident.gradeReason
  const moved = words.modifiers(incident)
  return (
    <>
      <ol className="mt-2 flex flex-col gap-1 text-desk-body">
        <li className="flex items-center gap-3">
          <GradeBadge grade={base} size={24} />
          {words.rule(incident)}
        </li>
        {modifiers.map(({ rule, to }, index) => (
          <li key={rule} className="flex items-center gap-3">
            <GradeBadge grade={to} size={24} />
            {moved[index]}
          </li>
        ))}
      </ol>
      {generalPlan ? <p className="mt-2 text-desk-body font-bold">{t('generalPlan')}</p> : null}
    </>
  )
}
