'use client'

import { useTranslations } from 'use-intl/react'
import { pauseStep, resumeStep } from '#actions/clocks.ts'
import { pauseReviewHours } from '#contracts/clock.ts'
import type { AgencyView, IncidentView, StepView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import { useOfIncident } from '#ui/live/use-of-incident.ts'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { clockMinutes, shanghai } from '#ui/time/shanghai.ts'
import { agencyName } from './agency-names.ts'

type Given = { incident: IncidentView; step: StepView; agencies: AgencyView[]; close: () => void }

/** Stops the clock of a step with reason, name and a time to look again; or shows its pause and lets it run on. */
export function ClockDialog(given: Given & { person: Person }) {
  return given.step.pausedAt ? <PausedDialog {...given} /> : <PauseDialog {...given} />
}

function PauseDialog({ incident, step, close }: Given) {
  const t = useTranslations('clock')
  const name = useTranslations('incident.step')(step.step)
  return (
    <FormDialog
      title={t('pauseTitle', { step: name })}
      note={t('pauseNote')}
      submitWords={t('pause')}
      close={close}
      send={(fields) =>
        pauseStep({
          incidentId: incident.id,
          step: step.step,
          version: step.version ?? 0,
          reason: lineIn(fields, 'reason'),
          signedName: lineIn(fields, 'signedName'),
          reviewHours: hoursIn(fields),
        })
      }
    >
      <Field label={t('reason')} hint={t('reasonHint')}>
        <textarea
          name="reason"
          rows={3}
          minLength={2}
          maxLength={300}
          required
          className={`${fieldLook} h-auto py-2 leading-[1.6] max-md:h-auto md:h-auto`}
        />
      </Field>
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <Field
          label={t('signedName')}
          hint={t('signedNameHint')}
          name="signedName"
          minLength={2}
          maxLength={40}
          autoComplete="off"
          required
        />
        <Field label={t('review')}>
          <select name="reviewHours" defaultValue={24} className={fieldLook}>
            {pauseReviewHours.map((hours) => (
              <option key={hours} value={hours}>
                {t('reviewIn', { hours })}
              </option>
            ))}
          </select>
        </Field>
      </div>
    </FormDialog>
  )
}

function PausedDialog({ incident, step, agencies, close }: Given) {
  const t = useTranslations('clock')
  const name = useTranslations('incident.step')(step.step)
  const { answer } = useOfIncident('pauses', incident.id)
  const signed = answer?.ok && answer.value.find((one) => one.step === step.step && one.resumedAt === null)
  const facts: [string, string][] = [
    [t('reason'), step.pauseReason ?? ''],
    [t('pausedBy'), agencyName(agencies, step.pausedBy?.agency ?? null) || (step.pausedBy?.post ?? '')],
    ...(signed ? [[t('signedName'), signed.signedName] as [string, string]] : []),
    [t('pausedAt'), dayTime(step.pausedAt)],
    [t('review'), dayTime(step.pauseReviewAt)],
  ]
  return (
    <FormDialog
      title={t('pausedTitle', { step: name })}
      note={t('resumeNote')}
      submitWords={t('resume')}
      close={close}
      send={() => resumeStep({ incidentId: incident.id, step: step.step, version: step.version ?? 0 })}
    >
      <dl className="grid grid-cols-[6em_1fr] gap-y-2 text-desk-body">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-t3">{label}</dt>
            <dd className="text-t1">{value}</dd>
          </div>
        ))}
      </dl>
    </FormDialog>
  )
}

/** 11-23 14:05 by the clock of Jiaxing. */
function dayTime(at: string | null | undefined): string {
  if (!at) return ''
  const { month, day } = shanghai(at)
  return `${month}-${day} ${clockMinutes(at)}`
}

function hoursIn(fields: FormData): (typeof pauseReviewHours)[number] {
  const asked = Number(lineIn(fields, 'reviewHours'))
  return pauseReviewHours.find((hours) => hours === asked) ?? pauseReviewHours[0]
}
