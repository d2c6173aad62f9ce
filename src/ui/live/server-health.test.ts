import { expect, it } from 'vitest'
import { serverHealth } from './server-health.ts'

const well = {
  postgres: true,
  redis: true,
  workers: true,
  scheduler: true,
  notifier: true,
  auditor: true,
  log: true,
}
const answer = (body: unknown, status: number) => async () => Response.json(body, { status })

it.each([
  ['is well only at 200', answer({ status: 'ok', checks: well }, 200), 'ok'],
  ['is failing at 503', answer({ status: 'failing', checks: { ...well, postgres: false } }, 503), 'failing'],
  ['is gone behind a proxy that answers alone', answer('Bad Gateway', 502), undefined],
  ['is gone behind a page that is not JSON', async () => new Response('<html>', { status: 200 }), undefined],
  ['is gone when nobody answers', () => Promise.reject(new TypeError('fetch failed')), undefined],
])('the server %s', async (_name, ask, status) => {
  expect((await serverHealth(ask))?.status).toBe(status)
})
