import { afterEach, describe, expect, it } from 'vitest'
import { closeServers, serve } from '#testing/loopback-server.ts'
import { guardedLookup } from './address-guard.ts'
import { fetchSafely } from './http.ts'
import type { FetchOutcome } from './http-outcome.ts'

afterEach(closeServers)

function codeOf(outcome: FetchOutcome): string {
  return outcome.ok ? 'ok' : outcome.problem.code
}

describe('addresses inside our own walls', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[::]/',
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.100.100.200/',
    'https://172.16.0.1/',
    'http://localhost/',
    'http://１２７.0.0.1/',
  ])('%s is refused', async (url) => {
    expect(codeOf(await fetchSafely(url))).toBe('address_refused')
  })

  it('are refused after a redirect, although the first server was allowed', async () => {
    let reached = 0
    const inner = await serve((_request, response) => {
      reached++
      response.end('secret')
    })
    const outer = await serve((_request, response) => response.writeHead(302, { location: inner }).end())
    const allowed = Number(new URL(outer).port)
    const outcome = await fetchSafely(outer, { allowPrivate: (_host, port) => port === allowed })
    expect(codeOf(outcome)).toBe('address_refused')
    expect(reached).toBe(0)
  })

  it('are refused when the name comes to point there between two fetches', async () => {
    let reached = 0
    const inner = await serve((_request, response) => {
      reached++
      response.end('secret')
    })
    const { port } = new URL(inner)
    const answers = ['93.184.216.34', '127.0.0.1']
    const resolve = async () => [{ address: answers.shift() ?? '127.0.0.1', family: 4 }]
    // What was resolved is what is connected to: the name is not asked a second time.
    const lookup = guardedLookup(Number(port), undefined, resolve)
    const first = await new Promise((done) => lookup('rebind.test', {}, (...answer) => done(answer)))
    expect(first).toEqual([null, '93.184.216.34', 4])
    const second = await fetchSafely(`http://rebind.test:${port}/`, { resolve })
    expect(second).toMatchObject({ problem: { code: 'address_refused', details: { address: '127.0.0.1' } } })
    expect(reached).toBe(0)
  })

  it('are left out when a name has both kinds', async () => {
    const resolve = async () => [
      { address: '127.0.0.1', family: 4 },
      { address: '::ffff:10.0.0.1', family: 6 },
    ]
    expect(codeOf(await fetchSafely('http://both.test/', { resolve }))).toBe('address_refused')
  })

  it('may be reached when the setting allows that very host and port', async () => {
    const url = await serve((_request, response) => response.end('drill'))
    const port = Number(new URL(url).port)
    const outcome = await fetchSafely(url, {
      allowPrivate: (host, at) => host === '127.0.0.1' && at === port,
    })
    expect(outcome.ok).toBe(true)
  })
})
