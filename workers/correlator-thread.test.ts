import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { type Answer, correlatorOn, type Order, type Thread } from './correlator-thread.ts'

/** A thread that answers when told to. */
function thread() {
  const emitter = new EventEmitter()
  const orders: Order[] = []
  const terminate = vi.fn(async () => emitter.emit('exit'))
  return {
    orders,
    terminate,
    as: {
      on: emitter.on.bind(emitter),
      postMessage: (order: Order) => orders.push(order),
      terminate,
    } as unknown as Thread,
    answers: (answer: Answer) => emitter.emit('message', answer),
    dies(error: Error) {
      emitter.emit('error', error)
      emitter.emit('exit')
    },
    leaves: () => emitter.emit('exit'),
  }
}

describe('the correlating thread', () => {
  it('is asked, and the job ends when it answers', async () => {
    const one = thread()
    const correlator = correlatorOn(one.as, () => undefined)
    const asked = [correlator.correlate(), correlator.correlate()]
    expect(one.orders).toEqual([
      { id: 1, what: 'correlate' },
      { id: 2, what: 'correlate' },
    ])
    one.answers({ id: 2, error: null })
    one.answers({ id: 1, error: null })
    await expect(Promise.all(asked)).resolves.toHaveLength(2)
  })

  it('fails the job with its reason', async () => {
    const one = thread()
    const asked = correlatorOn(one.as, () => undefined).correlate()
    one.answers({ id: 1, error: new Error('connection refused') })
    await expect(asked).rejects.toThrow('connection refused')
  })

  it('fails every job and says so once when it dies', async () => {
    const one = thread()
    const lost = vi.fn()
    const correlator = correlatorOn(one.as, lost)
    const asked = correlator.correlate()
    const error = new Error('out of memory')
    one.dies(error)
    await expect(asked).rejects.toBe(error)
    await expect(correlator.correlate()).rejects.toBe(error)
    expect(lost.mock.calls).toEqual([[error]])
  })

  it('is told to stop and waited for', async () => {
    const one = thread()
    const lost = vi.fn()
    const closed = correlatorOn(one.as, lost).close()
    expect(one.orders).toEqual([{ id: 0, what: 'stop' }])
    one.leaves()
    await closed
    expect(lost).not.toHaveBeenCalled()
    expect(one.terminate).not.toHaveBeenCalled()
  })

  it('is ended when it does not stop by itself', async () => {
    vi.useFakeTimers()
    const one = thread()
    const closed = correlatorOn(one.as, () => undefined).close()
    await vi.advanceTimersByTimeAsync(2_000)
    await closed
    expect(one.terminate).toHaveBeenCalledOnce()
    vi.useRealTimers()
  })
})
