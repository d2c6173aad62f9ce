import { describe, expect, it } from 'vitest'
import type { SourceState } from '#contracts/views.ts'
import { coverage, isBlind } from './coverage.ts'

const sources = (...states: SourceState[]) =>
  states.map((state, index) => ({
    id: String(index),
    name: `来源 ${index}`,
    state,
    lastSuccessAt: null,
    quietSince: null,
  }))

describe('coverage', () => {
  it.each([
    ['late still speaks', ['alive', 'late'], 2, 2, 0],
    ['silent and failed do not', ['alive', 'silent', 'failed'], 1, 3, 2],
    ['paused is no part of the sum', ['alive', 'paused'], 1, 1, 0],
    ['not yet read is part of the sum', ['alive', 'new'], 1, 2, 0],
  ] as const)('%s', (_name, states, alive, total, quiet) => {
    const found = coverage(sources(...states))
    expect([found.alive, found.total, found.quiet.length]).toEqual([alive, total, quiet])
  })

  it('is blind when nothing speaks, also when nothing is set up', () => {
    expect([sources('silent', 'failed'), sources('new'), sources()].map(isBlind)).toEqual([true, true, true])
    expect([sources('late', 'failed'), sources('alive')].map(isBlind)).toEqual([false, false])
  })
})
