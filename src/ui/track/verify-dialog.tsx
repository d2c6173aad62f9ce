'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { verifyFacts } from '#actions/tracks.ts'
import type { VerificationView } from '#contracts/track.ts'
import type { IncidentView } from '#contracts/views.ts'
import { causes, type Outcome, outcomes } from '#domain/verification/verification.ts'
import { useFactWords } from '#ui/incident/fact-words.ts'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { ComparisonRows, EvidenceRows, Words } from './finding-rows.tsx'
import { findingsIn } from './read-findings.ts'

/** What was found out: the word, the figures, and what they rest on; the last word said stands ready to be corrected. */
export function VerifyDialog({
  incident,
  last,
  close,
}: {
  incident: IncidentView
  last: VerificationView | null
  close: () => void
}) {
  const t = useTranslations('verification')
  const [outcome, setOutcome] = useState<Outcome>(last?.outcome ?? 'true')
  const claimed = useClaimed(incident)
  const owes = outcome === 'true' || outcome === 'partly'
  return (
    <FormDialog
      title={`${t('title')} ${incident.number}`}
      note={t('note')}
      submitWords={t('submit')}
      send={(fields) => verifyFacts({ incidentId: incident.id, outcome, ...findingsIn(fields, outcome) })}
      close={close}
    >
      <Outcomes outcome={outcome} choose={setOutcome} />
      {owes ? <Figures last={last} employer={incident.employer} /> : null}
      {owes ? <Causes chosen={last?.causes ?? []} /> : null}
      <Words
        name="course"
        label={t('field.course')}
        hint={t('field.courseHint')}
        value={last?.course}
        required
      />
      {outcome === 'partly' || outcome === 'untrue' ? (
        <ComparisonRows first={last?.comparisons ?? []} claimed={claimed} />
      ) : null}
      {owes ? <Words name="nextStep" label={t('field.nextStep')} value={last?.nextStep} /> : null}
      {outcome === 'unverifiable' ? (
        <Field label={t('field.nextTry')} name="nextTryAt" type="datetime-local" required />
      ) : null}
      <EvidenceRows />
    </FormDialog>
  )
}

/** 网传 in one line, for the comparison's first row. */
function useClaimed(incident: IncidentView): string {
  const words = useFactWords()
  const facts = [words.workers(incident), words.amount(incident)]
  return facts.flatMap((fact) => (fact ? [`${fact.figure} ${fact.unit}`] : [])).join('，')
}

function Outcomes({ outcome, choose }: { outcome: Outcome; choose: (outcome: Outcome) => void }) {
  const t = useTranslations('verification')
  return (
    <fieldset className="grid grid-cols-4 gap-2 max-sm:grid-cols-2">
      <legend className="mb-1 text-desk-head text-t2">{t('field.outcome')}</legend>
      {outcomes.map((one) => (
        <label
          key={one}
          className={clsx(
            'flex min-h-10 cursor-pointer items-center justify-center rounded-control border px-2 text-desk-body has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent max-md:min-h-12',
            one === outcome ? 'border-accent bg-accent-tint font-semibold text-t1' : 'border-line2 text-t2',
          )}
        >
          <input
            type="radio"
            name="outcome"
            className="sr-only"
            checked={one === outcome}
            onChange={() => choose(one)}
          />
          {t(`outcome.${one}`)}
        </label>
      ))}
    </fieldset>
  )
}

function Figures({ last, employer }: { last: VerificationView | null; employer: string | null }) {
  const t = useTranslations('verification.field')
  return (
    <>
      <Field
        label={t('employer')}
        name="employer"
        maxLength={80}
        defaultValue={last?.employer ?? ''}
        placeholder={employer ?? ''}
      />
      <div className="grid grid-cols-3 gap-3 max-sm:grid-cols-1">
        <Field label={t('workers')} name="workers" type="number" min={1} defaultValue={last?.workers ?? ''} />
        {(['owed', 'paid'] as const).map((sum) => (
          <Field
            key={sum}
            label={t(sum)}
            name={`${sum}Yuan`}
            type="number"
            min={0}
            step="0.01"
            defaultValue={last?.[`${sum}Yuan`] ?? (sum === 'paid' ? 0 : '')}
          />
        ))}
      </div>
    </>
  )
}

function Causes({ chosen }: { chosen: readonly string[] }) {
  const t = useTranslations('verification')
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="mb-1 text-desk-head text-t2">{t('field.causes')}</legend>
      {causes.map((one) => (
        <label
          key={one}
          className="inline-flex min-h-8 cursor-pointer items-center gap-2 rounded-control border border-line2 px-2 text-desk-body text-t1 has-checked:border-accent has-checked:bg-accent-tint max-md:min-h-12"
        >
          <input type="checkbox" name="causes" value={one} defaultChecked={chosen.includes(one)} />
          {t(`cause.${one}`)}
        </label>
      ))}
    </fieldset>
  )
}
