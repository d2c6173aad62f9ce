'use client'

import { useTranslations } from 'use-intl/react'
import type { IncidentView, StepView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import type { Press } from '#ui/alert/press.ts'
import { PressResult } from '#ui/alert/press-result.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { acceptableAlert } from './incident-right.ts'
import { StepResult } from './step-result.tsx'
import type { StepRecord } from './use-record-step.ts'

/** The one accent button of the page: accept while my agency owes it, else record my next step. */
export function IncidentActions({
  incident,
  person,
  nextStep,
  owesStep,
  press,
  record,
  accept,
  openRecord,
  openJoin,
}: {
  incident: IncidentView
  person: Person
  nextStep: StepView | null
  /** My agency answers for it, so it is the accent button of the page. */
  owesStep: boolean
  press: Press | undefined
  record: StepRecord | null
  accept: () => void
  openRecord: () => void
  /** Opens the list to merge into; null where the reader may not. */
  openJoin: (() => void) | null
}) {
  const t = useTranslations('incident')
  const owed = acceptableAlert(incident, person)
  const waiting = press?.state === 'busy' || press?.state === 'kept'
  return (
    <div className="flex flex-wrap items-center justify-end gap-3 max-lg:w-full max-lg:justify-start">
      {record ? (
        <StepResult record={record} className="text-desk-body text-t2" />
      ) : (
        <PressResult press={press} className="text-desk-body text-t2" />
      )}
      {owed ? (
        <Button variant="primary" hint="A" busy={waiting} onClick={accept} disabled={waiting}>
          {t('accept')}
        </Button>
      ) : null}
      {nextStep ? (
        <Button
          variant={owed || !owesStep ? 'plain' : 'primary'}
          hint="D"
          busy={record?.state === 'busy'}
          onClick={openRecord}
        >
          {t('recordNamed', { step: t(`step.${nextStep.step}`) })}
        </Button>
      ) : null}
      {openJoin ? (
        <Button hint="M" onClick={openJoin}>
          {t('regroup.join')}
        </Button>
      ) : null}
    </div>
  )
}
