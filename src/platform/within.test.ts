import { afterEach, expect, it, vi } from 'vitest'
import { within } from './within.ts'

afterEach(() => vi.useRealTimers())

it('hands on the answer, or the error, that comes in time, and leaves no timer behind', async () => {
  vi.useFakeTimers()
  expect(await within(1_000, 'redis', Promise.resolve('pong'))).toBe('pong')
  await expect(within(1_000, 'redis', Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(vi.getTimerCount()).toBe(0)
})

it('names who did not answer in time', async () => {
  vi.useFakeTimers()
  const late = expect(within(1_000, 'redis', new Promise(() => undefined))).rejects.toThrow(
    'redis did not answer within 1000 ms',
  )
  await vi.advanceTimersByTimeAsync(1_000)
  await late
})
