import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ensureDrillUsers } from '#auth/first-users.ts'
import { freshDatabase, type TestDatabase } from '#testing/database.ts'

const world = vi.hoisted(() => ({
  env: { REALM: 'drill', HOST: '127.0.0.1', PORT: 3000, TRUSTED_HOSTS: '', LOG_LEVEL: 'error' } as Record<
    string,
    unknown
  >,
  url: '',
  request: new Headers(),
  jar: new Map<string, string>(),
}))
vi.mock('#platform/env.ts', () => ({ env: () => world.env, realmDatabaseUrl: () => world.url }))
vi.mock('next/headers', () => ({
  headers: async () => world.request,
  cookies: async () => ({ set: (name: string, value: string) => world.jar.set(name, value) }),
}))

const { signInToDrill, signOut } = await import('./session.ts')
const { actorFromHeaders } = await import('#auth/actor.ts')
const { database } = await import('#store/database.ts')

let fresh: TestDatabase

beforeAll(async () => {
  fresh = await freshDatabase()
  world.url = fresh.url
  world.env.AUTH_SECRET = 'a-secret-for-tests-only-0123456789abcdef'
  await ensureDrillUsers(fresh.db)
})
afterAll(async () => {
  await database().$client.end()
  await fresh.drop()
})
beforeEach(() => {
  Object.assign(world.env, { REALM: 'drill', HOST: '127.0.0.1' })
  world.request = new Headers({ host: '127.0.0.1:3000', 'x-forwarded-for': '127.0.0.1' })
  world.jar.clear()
})

const withJar = () =>
  new Headers({
    cookie: [...world.jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; '),
  })

describe('one click into the drill', () => {
  it('opens a session as that post, and signing out ends it', async () => {
    expect(await signInToDrill('xcb-duty')).toEqual({ ok: true, value: true })
    expect([...world.jar.keys()]).toEqual(['anxin-drill.session_token'])
    const cookies = withJar()
    expect(await actorFromHeaders(cookies)).toMatchObject({
      post: '宣传部值班员',
      role: 'duty',
      agency: 'xcb',
    })
    world.request = new Headers([...world.request, ...cookies])
    await signOut()
    expect(await actorFromHeaders(cookies)).toBeNull()
  })

  it.each<[string, () => void, string]>([
    ['in the real realm', () => Object.assign(world.env, { REALM: 'real' }), 'not_in_drill'],
    [
      'when the server hears the network',
      () => Object.assign(world.env, { HOST: '0.0.0.0' }),
      'not_on_this_machine',
    ],
    ['by a name on the LAN', () => world.request.set('host', 'anxin.lan:3000'), 'not_on_this_machine'],
    ['from behind a proxy', () => world.request.set('x-forwarded-for', '10.0.0.8'), 'not_on_this_machine'],
  ])('is refused %s, and nobody is signed in', async (_, arrange, code) => {
    arrange()
    expect(await signInToDrill('xcb-duty')).toEqual({ ok: false, refusal: { code, details: {} } })
    expect(world.jar.size).toBe(0)
  })

  it.each(['nobody', '', "' or 1=1"])('knows no other posts: %j', async (username) => {
    expect(await signInToDrill(username)).toEqual({
      ok: false,
      refusal: { code: 'user_unknown', details: {} },
    })
  })
})
