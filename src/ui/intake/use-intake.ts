'use client'

import { useEffect, useState } from 'react'
import { takeIntake } from '#actions/incidents.ts'
import type { Refusal } from '#domain/result.ts'
import { newFormId } from './form-id.ts'
import { blankIntake, readIntake, type TypedIntake, type WrongField } from './read-intake.ts'

export type IntakeOutcome =
  | { state: 'taken' | 'known' }
  | { state: 'refused'; refusal: Refusal }
  | { state: 'unreachable' }

/** One intake form: it keeps its number until it is taken in, so that pressing twice takes nothing in twice. */
export function useIntake() {
  const [typed, setTyped] = useState<TypedIntake>(blankIntake)
  const [formId, setFormId] = useState<string | null>(null)
  const [wrong, setWrong] = useState<WrongField[]>([])
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<IntakeOutcome | null>(null)
  const done = outcome?.state === 'taken' || outcome?.state === 'known'
  useLeaveWarning(typed.text.trim() !== '' && !done)
  const change = (part: Partial<TypedIntake>) => {
    setTyped((before) => ({ ...before, ...part }))
    setWrong((before) => before.filter((field) => !(field in part)))
  }
  const submit = async () => {
    if (busy || done) return
    const id = formId ?? newFormId()
    setFormId(id)
    const read = readIntake(typed, id)
    setWrong(read.ok ? [] : read.wrong)
    if (!read.ok) return
    setBusy(true)
    setOutcome(await send(read.input))
    setBusy(false)
  }
  const again = () => {
    setTyped({ ...blankIntake, channel: typed.channel })
    setFormId(null)
    setOutcome(null)
  }
  return { typed, change, wrong, busy, outcome, done, submit, again }
}

async function send(input: Parameters<typeof takeIntake>[0]): Promise<IntakeOutcome> {
  try {
    const answer = await takeIntake(input)
    if (!answer.ok) return { state: 'refused', refusal: answer.refusal }
    return { state: answer.value.isNew ? 'taken' : 'known' }
  } catch {
    return { state: 'unreachable' }
  }
}

/** What the caller said exists nowhere else yet. */
function useLeaveWarning(unsent: boolean): void {
  useEffect(() => {
    if (!unsent) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsent])
}
