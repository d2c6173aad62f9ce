'use client'

import { useState } from 'react'
import { recordStep } from '#actions/incidents.ts'
import type { StepName } from '#contracts/views.ts'
import type { Refusal } from '#domain/result.ts'

/** What became of recording a step; `at` ISO 8601. */
export type StepRecord =
  | { state: 'busy' }
  | { state: 'done'; step: StepName; at: string }
  | { state: 'lost'; who: string; at: string }
  | { state: 'refused'; refusal: Refusal }
  /** Nothing came back: it may or may not have arrived, so the officer presses again. */
  | { state: 'unreachable' }

/** Notes a step of one incident as done; the answer stays until another step is recorded. */
export function useRecordStep(incidentId: string): {
  record: StepRecord | null
  carryOut: (step: StepName, note: string) => Promise<boolean>
} {
  const [records, setRecords] = useState<Record<string, StepRecord>>({})
  const show = (record: StepRecord) => {
    setRecords((shown) => ({ ...shown, [incidentId]: record }))
    return record.state !== 'refused' && record.state !== 'unreachable'
  }
  const carryOut = async (step: StepName, note: string) => {
    show({ state: 'busy' })
    try {
      const answer = await recordStep({ incidentId, step, note: note.trim() || null })
      if (answer.ok) return show({ state: 'done', step, at: answer.value.doneAt ?? '' })
      const { code, details } = answer.refusal
      if (code !== 'already_done') return show({ state: 'refused', refusal: answer.refusal })
      return show({ state: 'lost', who: String(details.who), at: String(details.at) })
    } catch {
      return show({ state: 'unreachable' })
    }
  }
  return { record: records[incidentId] ?? null, carryOut }
}
