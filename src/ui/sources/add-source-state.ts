import { useState } from 'react'
import { addSource, previewNewSource } from '#actions/sources.ts'
import type { SourceForm } from '#contracts/source-form.ts'
import type { Refusal } from '#domain/result.ts'
import type { Trial } from './source-preview.tsx'

export type Typed = Record<string, string | boolean>

export type AddOutcome =
  | { added: string }
  | { refusal: Refusal }
  | { unreachable: true }
  | { credentials: { kind: SourceForm['kind']; name: string; key: string; secret: string } }

/** Seconds between two readings unless something else is chosen. */
const usualInterval = '300'

/** What was typed for a new source, and what came of trying and adding it; a secret is forgotten once it was sent. */
export function useAddSource(added: () => void) {
  const [typed, setTyped] = useState<Typed>({ intervalSeconds: usualInterval })
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<AddOutcome | null>(null)
  const [trial, setTrial] = useState<Trial | null>(null)
  const forget = () => {
    setOutcome(null)
    setTrial(null)
  }
  const add = async (form: SourceForm) => {
    setBusy(true)
    setTrial(null)
    const answer = await carryOut(form, typed)
    setOutcome(answer)
    setBusy(false)
    if (!('added' in answer || 'credentials' in answer)) return
    setTyped({ intervalSeconds: typed.intervalSeconds ?? usualInterval })
    added()
  }
  const tryOut = async (form: SourceForm) => {
    setOutcome(null)
    setTrial('reading')
    setTrial(await carryOutTrial(form, typed))
  }
  return {
    typed,
    type: (name: string, value: string | boolean) => setTyped((before) => ({ ...before, [name]: value })),
    busy,
    outcome,
    trial,
    calledName: String(typed.name || typed.url || typed.host || ''),
    add,
    tryOut,
    closeTrial: () => setTrial(null),
    forget,
  }
}

/** Only the fields of this kind travel; what was typed for another stays here. */
function wantedOf({ kind, fields }: SourceForm, typed: Typed) {
  const config = fields.flatMap(({ name, initial }): [string, string | number | boolean][] => {
    const value = typed[name] ?? initial
    return value === null || value === '' || name === 'url' ? [] : [[name, value]]
  })
  return {
    kind,
    url: fields.some(({ name }) => name === 'url') ? String(typed.url ?? '') : null,
    config: Object.fromEntries(config),
    name: String(typed.name ?? ''),
    intervalSeconds: Number(typed.intervalSeconds ?? usualInterval),
  }
}

async function carryOut(form: SourceForm, typed: Typed): Promise<AddOutcome> {
  try {
    const answer = await addSource(wantedOf(form, typed))
    if (!answer.ok) return { refusal: answer.refusal }
    const { name, credentials } = answer.value
    return credentials ? { credentials: { kind: form.kind, name, ...credentials } } : { added: name }
  } catch {
    return { unreachable: true }
  }
}

async function carryOutTrial(form: SourceForm, typed: Typed): Promise<Trial> {
  try {
    const answer = await previewNewSource(wantedOf(form, typed))
    return answer.ok ? { preview: answer.value } : { refusal: answer.refusal }
  } catch {
    return { unreachable: true }
  }
}
