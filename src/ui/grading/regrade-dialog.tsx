'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { regradeIncident } from '#actions/grading.ts'
import type { RegradedView } from '#contracts/grading.ts'
import type { GradeView, IncidentView } from '#contracts/views.ts'
import { needsSecondPerson, shortestReason } from '#domain/grading/decision.ts'
import { gradeOfReason } from '#domain/grading/grade.ts'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'

const grades: readonly GradeView[] = ['I', 'II', 'III', 'IV', 'watch']

/** Confirms the proposal as it was seen, or says another grade with a reason. */
export function RegradeDialog({
  incident,
  close,
  answered,
}: {
  incident: IncidentView
  close: () => void
  answered?: (state: RegradedView['state']) => void
}) {
  const t = useTranslations('grading')
  const spoken = useTranslations('grade.spoken')
  // The proposal this form was opened on: one that comes meanwhile is for the officer to see first.
  const [seen] = useState(() => gradeOfReason(incident.gradeReason))
  const [grade, setGrade] = useState<GradeView>(seen)
  const known = { ...incident, gradeDecision: null }
  const send = async (fields: FormData) => {
    const reason = lineIn(fields, 'reason') || null
    const answer = await regradeIncident({ incidentId: incident.id, grade, seen, reason })
    if (answer.ok) answered?.(answer.value.state)
    return answer
  }
  return (
    <FormDialog
      title={t('regradeTitle', { number: incident.number })}
      note={t('regradeNote', { grade: spoken(seen) })}
      submitWords={t(grade === seen ? 'confirm' : 'setGrade', { grade: spoken(grade) })}
      send={send}
      close={close}
    >
      <fieldset className="grid grid-cols-5 gap-2">
        <legend className="sr-only">{t('regrade')}</legend>
        {grades.map((one) => (
          <label
            key={one}
            className={clsx(
              'flex min-h-20 cursor-pointer flex-col items-center justify-center gap-1 rounded-control border text-desk-meta has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
              one === grade ? 'border-accent bg-accent-tint text-t1' : 'border-line2 text-t2',
            )}
          >
            <input
              type="radio"
              name="grade"
              value={one}
              checked={one === grade}
              // A dialog gives the focus to what bears the attribute when it opens.
              ref={(radio) => {
                if (one === seen) radio?.setAttribute('autofocus', '')
              }}
              onChange={() => setGrade(one)}
              className="sr-only"
            />
            <GradeBadge grade={one} size={28} />
            {t(`gradeName.${one}`)}
          </label>
        ))}
      </fieldset>
      <Field
        label={t(grade === seen ? 'reasonMay' : 'reasonMust')}
        name="reason"
        maxLength={500}
        required={grade !== seen}
        minLength={grade === seen ? undefined : shortestReason}
      />
      {needsSecondPerson(known, grade) ? (
        <p className="text-desk-body font-semibold">{t('needsSecond')}</p>
      ) : null}
    </FormDialog>
  )
}
