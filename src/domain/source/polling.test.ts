import { describe, expect, it } from 'vitest'
import { afterAnswer, afterFailure, newPollingMemory, type PollingMemory } from './polling.ts'
import { newValidatorMemory } from './validators.ts'

const answer = {
  fresh: 0,
  items: 20,
  wishSeconds: 300,
  pushed: false,
  validators: newValidatorMemory,
}
const slip = { code: 'timed_out', status: null, retryAfterSeconds: null }

describe('what is remembered of a source', () => {
  it('leaves the archive of the first reading out of its pace', () => {
    const first = afterAnswer(newPollingMemory, { ...answer, fresh: 20 })
    expect(first.recent).toEqual([])
    expect(first.pace.reason).toBe('first_reading')
  })

  it('counts strikes, waits longer, and forgets them with the next answer', () => {
    let memory: PollingMemory = afterAnswer(newPollingMemory, answer)
    const waits = [1, 2, 3].map(() => {
      const failed = afterFailure(memory, slip, 300)
      memory = { ...memory, ...failed.memory }
      return failed.waitSeconds
    })
    expect(waits).toEqual([300, 600, 1_200])
    expect(memory).toMatchObject({ strikes: 3, failure: 'soft' })
    expect(afterAnswer(memory, answer)).toMatchObject({ strikes: 0, failure: null })
  })

  it('keeps what the publisher said while nothing is read again', () => {
    const told = afterAnswer(newPollingMemory, { ...answer, publisherSeconds: 7_200 })
    expect(afterAnswer(told, answer).publisherSeconds).toBe(7_200)
    expect(afterAnswer(told, { ...answer, publisherSeconds: null }).publisherSeconds).toBeNull()
  })

  it('holds the latest polls only', () => {
    let memory = afterAnswer(newPollingMemory, answer)
    for (let n = 0; n < 50; n++) memory = afterAnswer(memory, { ...answer, fresh: n })
    expect(memory.recent.map(({ fresh }) => fresh)).toEqual([38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49])
  })
})
