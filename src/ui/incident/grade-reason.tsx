'use client'

import { useTranslations } from 'use-intl/react'
import type { IncidentView } from '#contracts/views.ts'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { useGradeWords } from './grade-words.ts'
import { Panel } from './panel.tsx'

/** Why this grade: the rule that fired on which facts, and every step that moved it since. */
export function GradeReason({ incident, close }: { incident: IncidentView; close: () => void }) {
  const t = useTranslations('incident')
  const words = useGradeWords()
  const { base, modifiers } = incident.gradeReason
  const moved = words.modifiers(incident)
  return (
    <Panel
      caption={t('gradeReason')}
      note={t('gradeReasonNote')}
      aside={
        <button type="button" className="text-desk-body text-accent underline" onClick={close}>
          {t('close')}
        </button>
      }
    >
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
    </Panel>
  )
}
