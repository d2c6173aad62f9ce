import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { onShutdown } from './shutdown.ts'

const silent = pino({ level: 'silent' })
let heard: Record<string, (value?: unknown) => void>
const exits: unknown[] = []

beforeEach(() => {
  heard = {}
  exits.length = 0
  vi.useFakeTimers()
  vi.spyOn(process, 'on').mockImplementation((name, listener) => {
    heard[String(name)] = listener as never
    return process
  })
  vi.spyOn(process, 'exit').mockImplementation(((code: unknown) => void exits.push(code)) as never)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a process told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'])('by %s stops cleanly, once, and leaves with 0', async (signal) => {
    const stop = vi.fn(async () => undefined)
    onShutdown(silent, stop)
    heard[signal]?.()
    heard[signal]?.()
    await vi.advanceTimersByTimeAsync(0)
    expect([stop.mock.calls.length, exits]).toEqual([1, [0]])
  })

  it('leaves also when stopping fails', async () => {
    onShutdown(silent, () => Promise.reject(new Error('no')))
    heard.SIGTERM?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(exits).toEqual([0])
  })

  it('leaves after five seconds when stopping hangs', async () => {
    onShutdown(silent, () => new Promise(() => undefined))
    heard.SIGTERM?.()
    await vi.advanceTimersByTimeAsync(4_999)
    expect(exits).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(exits).toEqual([0])
  })

  it.each(['uncaughtException', 'unhandledRejection'])(
    'after an %s leaves with 1, to be restarted',
    async (name) => {
      const stop = vi.fn(async () => undefined)
      onShutdown(silent, stop)
      heard[name]?.(new Error('nobody expected this'))
      await vi.advanceTimersByTimeAsync(0)
      expect([stop.mock.calls.length, exits]).toEqual([1, [1]])
    },
  )
})
