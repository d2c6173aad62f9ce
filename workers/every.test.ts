import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { every } from './every.ts'

const silent = pino({ level: 'silent' })
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a duty', () => {
  it('is done at once and again after each pause', async () => {
    const duty = vi.fn(async () => undefined)
    const { stop } = every(1_000, silent, duty)
    await vi.advanceTimersByTimeAsync(3_500)
    expect(duty).toHaveBeenCalledTimes(4)
    await stop()
  })

  it('never overlaps itself, however slow a round is', async () => {
    let [running, most] = [0, 0]
    const { stop } = every(1_000, silent, async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((done) => setTimeout(done, 5_000))
      running -= 1
    })
    await vi.advanceTimersByTimeAsync(30_000)
    expect(most).toBe(1)
    const stopped = stop()
    await vi.advanceTimersByTimeAsync(5_000)
    await stopped
  })

  it('goes on after a round that failed', async () => {
    const duty = vi.fn(async () => {
      throw new Error('once')
    })
    const { stop } = every(1_000, silent, duty)
    await vi.advanceTimersByTimeAsync(2_500)
    expect(duty).toHaveBeenCalledTimes(3)
    await stop()
  })

  it('waits on stopping for the round under way, and begins none after it', async () => {
    let done = false
    const duty = vi.fn(async () => {
      await new Promise((resume) => setTimeout(resume, 500))
      done = true
    })
    const { stop } = every(1_000, silent, duty)
    const stopped = stop()
    await vi.advanceTimersByTimeAsync(500)
    await stopped
    expect(done).toBe(true)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(duty).toHaveBeenCalledOnce()
  })
})
