import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchPart } from './fetch-part.ts'

const well = { status: 'ok' as const, checks: {} as never }
const missing = () => Promise.reject(new Error('not fetched'))

describe('a part of a page that comes later', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is waited for while the server cannot be reached', async () => {
    const fetchIt = vi.fn(missing).mockImplementation(missing)
    const health = vi.fn(async () => null)
    let got: string | null = null
    void fetchPart<string>(fetchIt as () => Promise<string>, health).then((part) => {
      got = part
    })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(got).toBeNull()
    fetchIt.mockImplementation((() => Promise.resolve('map')) as never)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(got).toBe('map')
  })

  it('is tried once more when the link has just come back', async () => {
    const fetchIt = vi.fn(missing as () => Promise<string>).mockRejectedValueOnce(new Error('not fetched'))
    fetchIt.mockResolvedValueOnce('map')
    await expect(fetchPart(fetchIt, async () => well)).resolves.toBe('map')
  })

  it('is a fault where a server that is well has not got it', async () => {
    await expect(fetchPart(missing, async () => well)).rejects.toThrow('not fetched')
  })
})
