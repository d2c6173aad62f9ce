'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import {
  type Promised,
  type PromisedStep,
  type PromiseGround,
  promiseChoices,
} from '#domain/alert/promise.ts'
import { nextShanghai } from '#domain/clock/shanghai.ts'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { usePromiseWords } from './promise-words.ts'

/** Which step comes next and by when; choosing a step brings its own clock. */
export function PromiseFields({ ground, now }: { ground: PromiseGround; now: number }) {
  const t = useTranslations('incident.lease')
  const words = usePromiseWords()
  const [choices] = useState(() => promiseChoices(ground, new Date(now)))
  const [time, setTime] = useState(() => (choices[0] ? clockMinutes(choices[0].at.toISOString()) : ''))
  const choose = (step: string) => {
    const chosen = choices.find((one) => one.step === step)
    if (chosen) setTime(clockMinutes(chosen.at.toISOString()))
  }
  return (
    <div className="grid grid-cols-[1fr_8rem] gap-3">
      <Field label={t('nextStep')}>
        <select name="step" className={fieldLook} onChange={(event) => choose(event.target.value)}>
          {choices.map(({ step, at }) => (
            <option key={step} value={step}>
              {words.full(step, at.toISOString(), now)}
            </option>
          ))}
        </select>
      </Field>
      <Field
        label={t('until')}
        name="time"
        type="time"
        required
        value={time}
        onChange={(event) => setTime(event.target.value)}
      />
    </div>
  )
}

/** What was chosen; a time of day is the next one on the clock, a step a day away keeps its own clock's day. */
export function readPromise(
  fields: FormData,
  ground: PromiseGround,
  now: number,
): { step: PromisedStep; at: string } | null {
  const [hour, minute] = String(fields.get('time')).split(':').map(Number)
  const step = String(fields.get('step')) as PromisedStep
  if (hour === undefined || minute === undefined || Number.isNaN(hour) || Number.isNaN(minute)) return null
  const chosen: Promised | undefined = promiseChoices(ground, new Date(now)).find((one) => one.step === step)
  if (chosen && clockMinutes(chosen.at.toISOString()) === fields.get('time')) {
    return { step, at: chosen.at.toISOString() }
  }
  return { step, at: nextShanghai(new Date(now), hour, minute).toISOString() }
}
