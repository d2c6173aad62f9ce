'use client'

import { useState } from 'react'
import { splitIncident, undoJoin } from '#actions/incidents.ts'
import { askRelease } from '#actions/releases.ts'
import type { Refusal, Result } from '#domain/result.ts'

/** What became of the last merge, split or undo. */
export type Regrouping =
  | { state: 'busy' }
  | { state: 'done' }
  /** It waits for a second person. */
  | { state: 'asked' }
  | { state: 'refused'; refusal: Refusal }
  /** Nothing came back: it may or may not have arrived, so the officer presses again. */
  | { state: 'unreachable' }

export type Regroup = {
  result: Regrouping | null
  joinInto: (incidentId: string, intoId: string) => Promise<boolean>
  split: (incidentId: string, postId: string) => Promise<boolean>
  undo: (changeId: string) => Promise<boolean>
}

/** Asks for a merge, splits and takes back; the board follows by itself when the event arrives. */
export function useRegroup(): Regroup {
  const [result, setResult] = useState<Regrouping | null>(null)
  const carryOut = async (act: () => Promise<Result<unknown>>, then: 'done' | 'asked' = 'done') => {
    setResult({ state: 'busy' })
    try {
      const answer = await act()
      setResult(answer.ok ? { state: then } : { state: 'refused', refusal: answer.refusal })
      return answer.ok
    } catch {
      setResult({ state: 'unreachable' })
      return false
    }
  }
  return {
    result,
    joinInto: (incidentId, intoId) =>
      carryOut(() => askRelease({ kind: 'merge', incidentId, payload: { intoId } }), 'asked'),
    split: (incidentId, postId) => carryOut(() => splitIncident({ incidentId, postId })),
    undo: (changeId) => carryOut(() => undoJoin({ changeId })),
  }
}
