import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Person } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Context } from '#use-cases/context.ts'
import { command, query } from './command.ts'

const officer: Person = {
  kind: 'person',
  id: 'u1',
  username: 'xcb-duty',
  post: '宣传部值班员',
  role: 'duty',
  agency: 'xcb',
  territory: null,
}

const asked = vi.hoisted(() => ({ who: async (): Promise<unknown> => null, lines: [] as [string, object][] }))
vi.mock('next/headers', () => ({ headers: async () => new Headers({ cookie: 'anxin.session_token=x' }) }))
vi.mock('#auth/actor.ts', () => ({ actorFromHeaders: () => asked.who() }))
vi.mock('#platform/log.ts', () => {
  const note = (level: string) => (line: object) => asked.lines.push([level, line])
  return { logger: () => ({ info: note('info'), error: note('error') }) }
})
vi.mock('#use-cases/context.ts', () => ({ contextFor: (actor: unknown) => ({ actor }) }))

const input = z.object({ alertId: z.string().min(1) })
const accept = async (context: Context, { alertId }: z.infer<typeof input>): Promise<Result<string>> =>
  alertId === 'gone'
    ? refusal('already_accepted', { by: '政法委' })
    : ok(`${alertId} by ${context.actor.kind}`)

beforeEach(() => {
  asked.who = async () => officer
  asked.lines = []
})

describe.each([
  ['command', command],
  ['query', query],
])('a %s', (_, door) => {
  it('reaches the use case with who asks and what was parsed', async () => {
    expect(await door(input, accept)({ alertId: 'a1' })).toEqual(ok('a1 by person'))
  })

  it('hands on the use case’s own no as a value', async () => {
    expect(await door(input, accept)({ alertId: 'gone' })).toEqual(
      refusal('already_accepted', { by: '政法委' }),
    )
  })

  it('is shut without a session, before anything is parsed', async () => {
    asked.who = async () => null
    expect(await door(input, accept)({ alertId: '' })).toEqual(refusal('not_signed_in'))
  })

  it.each<[unknown, string]>([
    [{ alertId: '' }, 'alertId'],
    [{}, 'alertId'],
    [null, ''],
    ['alertId', ''],
  ])('does not understand %j', async (bad, field) => {
    const answer = await door(input, accept)(bad as z.input<typeof input>)
    expect(answer).toEqual(refusal('not_understood', { field }))
  })

  it.each<[string, () => void, () => Promise<Result<string>>]>([
    ['the use case fails', () => undefined, async () => Promise.reject(new Error('connection lost'))],
    [
      'the session cannot be read',
      () => {
        asked.who = async () => Promise.reject(new Error('connection lost'))
      },
      async () => ok('never'),
    ],
  ])(
    'answers with a reference when %s, and logs it once under the same reference',
    async (_, arrange, carryOut) => {
      arrange()
      const answer = await door(input, carryOut)({ alertId: 'a1' })
      const ref = answer.ok ? '' : answer.refusal.details.ref
      expect(answer).toEqual(refusal('unexpected', { ref: expect.stringMatching(/^[0-9a-f]{8}$/) }))
      const errors = asked.lines.filter(([level]) => level === 'error')
      expect(errors).toHaveLength(1)
      expect(errors[0]?.[1]).toMatchObject({ ref, reason: 'Error: connection lost' })
    },
  )
})
