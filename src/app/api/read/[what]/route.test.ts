import { expect, it, vi } from 'vitest'
import { ok, refusal } from '#domain/result.ts'
import { GET } from './route.ts'

vi.mock('#actions/board.ts', () => ({
  readBoard: async () => ok('board'),
  readPulse: async () => refusal('not_signed_in'),
  readIncident: async ({ incidentId }: { incidentId: string }) => ok(`incident ${incidentId}`),
}))

const get = (what: string, query = '') =>
  GET(new Request(`http://room.example/api/read/${what}${query}`), { params: Promise.resolve({ what }) })

it.each([
  ['board', '', ok('board')],
  ['incident', '?incidentId=a1', ok('incident a1')],
  ['pulse', '', refusal('not_signed_in')],
])(
  '%s is answered as the guarded door answers it, and never kept on the way',
  async (what, query, answer) => {
    const response = await get(what, query)
    expect(await response.json()).toEqual(answer)
    expect(response.headers.get('cache-control')).toBe('no-store')
  },
)

it.each(['users', 'constructor', '__proto__'])('%s cannot be read here', async (what) => {
  expect((await get(what)).status).toBe(404)
})
