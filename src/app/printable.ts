import { notFound } from 'next/navigation'
import type { Result } from '#domain/result.ts'
import { granted } from './granted.ts'

const nothingThere = new Set([
  'no_such_task',
  'no_such_supervision',
  'no_such_transfer',
  'no_such_report',
  'no_such_handover',
  'not_your_agency',
  'not_understood',
])

/** A paper by its address: what is not there, or is not this reader's, is not found. */
export function printable<Value>(answer: Result<Value>): Value {
  if (!answer.ok && nothingThere.has(answer.refusal.code)) notFound()
  return granted(answer)
}
