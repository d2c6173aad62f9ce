import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#domain/permission.ts'
import { hashOf } from '#platform/password.ts'
import type { Database } from '#store/database.ts'
import { session, user } from '#store/tables/auth.ts'
import { endSessions, insertUser, updateUser } from '#store/users.ts'
import { freshDatabase } from '#testing/database.ts'
import { readSession } from './actor.ts'
import { type AuthSettings, createAuth } from './auth.ts'
import { answerAuth } from './auth-door.ts'

const settings: AuthSettings = {
  realm: 'real',
  secret: 'a-secret-for-tests-only-0123456789abcdef',
  publicUrl: undefined,
  host: '127.0.0.1',
  port: 3000,
  trustedHosts: [],
}
const password = 'right-horse-battery'
const hour = 3_600_000

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let db: Database
let hash: string

beforeAll(async () => {
  fresh = await freshDatabase()
  db = fresh.db
  hash = await hashOf(password)
})
afterAll(() => fresh.drop())

async function account(username: string, role: Role = 'duty'): Promise<string> {
  const id = randomUUID()
  const agency = role === 'wall' ? null : 'xcb'
  const fields = { id, username, role, agency, territory: null, post: '宣传部值班员' }
  const one = { ...fields, passwordHash: hash, mustChangePassword: false }
  await db.transaction((tx) => insertUser(tx, one, new Date()))
  return id
}

let visitors = 0
type Sent = { host?: string; origin?: string | null; path?: string; address?: string }

function request(body: object, { host = '127.0.0.1:3000', origin, path, address }: Sent = {}): Request {
  const headers = new Headers({ host, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' })
  if (origin !== null) headers.set('origin', origin ?? `http://${host}`)
  visitors += 1
  headers.set('x-forwarded-for', address ?? `10.0.${visitors >> 8}.${visitors & 255}`)
  const url = `http://${host}${path ?? '/api/auth/sign-in/username'}`
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(body) })
}

const cookieOf = (answer: Response) =>
  new Headers({ cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' })

describe('signing in', () => {
  it('opens a session in PostgreSQL for a shift of twelve hours', async () => {
    const auth = createAuth(db, settings)
    const id = await account('xcb-1')
    const answer = await answerAuth(auth, settings, request({ username: 'XCB-1', password }))
    expect(answer.status).toBe(200)
    const cookie = answer.headers.getSetCookie()[0] ?? ''
    expect(cookie).toMatch(/^anxin\.session_token=/)
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).not.toMatch(/Secure/i)
    const [row] = await db.select().from(session).where(eq(session.userId, id))
    const lasts = (row?.expiresAt.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)
    expect(lasts).toBe(12 * hour)
    const signedIn = await readSession(auth, db, cookieOf(answer), new Date())
    expect(signedIn?.person).toEqual({
      kind: 'person',
      id,
      username: 'xcb-1',
      post: '宣传部值班员',
      role: 'duty',
      agency: 'xcb',
      territory: null,
    })
  })

  it.each<[string, object]>([
    ['a wrong password', { username: 'xcb-1', password: 'wrong-horse-battery' }],
    ['an unknown name', { username: 'nobody', password }],
  ])('refuses %s without saying which it was', async (_, body) => {
    const answer = await answerAuth(createAuth(db, settings), settings, request(body))
    expect(answer.status).toBe(401)
    expect((await answer.json()).code).toBe('INVALID_USERNAME_OR_PASSWORD')
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  it.each(['127.0.0.1:3000', 'localhost:3000', 'anxin.lan:3000', '[::1]:3000'])(
    'works at %s',
    async (host) => {
      const answer = await answerAuth(
        createAuth(db, settings),
        settings,
        request({ username: 'xcb-1', password }, { host }),
      )
      expect(answer.status).toBe(200)
    },
  )

  it('works at the public address behind a proxy that shows its own host', async () => {
    const behindProxy = { ...settings, publicUrl: 'https://anxin.example' }
    const auth = createAuth(db, behindProxy)
    const origin = 'https://anxin.example'
    const answer = await answerAuth(auth, behindProxy, request({ username: 'xcb-1', password }, { origin }))
    expect(answer.status).toBe(200)
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-anxin\.session_token=.*Secure/i)
  })

  it.each(['http://evil.example', 'http://127.0.0.1:8080', 'null'])(
    'refuses a page of %s',
    async (origin) => {
      const auth = createAuth(db, settings)
      const answer = await answerAuth(auth, settings, request({ username: 'xcb-1', password }, { origin }))
      expect(answer.status).toBe(403)
      expect(answer.headers.getSetCookie()).toEqual([])
    },
  )

  it.each([
    '/api/auth/sign-up/email',
    '/api/auth/sign-in/email',
    '/api/auth/sign-in/drill',
    '/api/auth/update-user',
    '/api/auth/is-username-available',
    '/api/auth/change-password',
    '/api/auth/delete-user',
  ])('keeps %s shut', async (path) => {
    const answer = await answerAuth(
      createAuth(db, settings),
      settings,
      request({ username: 'xcb-1', password }, { path }),
    )
    expect(answer.status).toBe(404)
  })
})

describe('guessing', () => {
  it('closes one name after ten wrong passwords for five minutes, wherever they come from', async () => {
    let now = Date.parse('2026-11-23T06:00:00Z')
    const auth = createAuth(db, settings, () => now)
    await account('guessed')
    const attempt = async (guess: string) =>
      (await answerAuth(auth, settings, request({ username: 'Guessed', password: guess }))).status
    for (let i = 0; i < 10; i++) expect(await attempt(`guess-number-${i}`)).toBe(401)
    expect(await attempt(password)).toBe(429)
    expect((await answerAuth(auth, settings, request({ username: 'xcb-1', password }))).status).toBe(200)
    now += 5 * 60_000
    expect(await attempt(password)).toBe(200)
  })

  it('slows one address down whatever names it tries', async () => {
    const auth = createAuth(db, settings)
    const sent = { address: '10.9.9.9' }
    const answers: number[] = []
    for (let i = 0; i < 21; i++) {
      answers.push((await answerAuth(auth, settings, request({ username: `x${i}y`, password }, sent))).status)
    }
    expect(answers.slice(0, 20)).toEqual(Array(20).fill(401))
    expect(answers[20]).toBe(429)
  })

  it('lets a whole hall sign in from one address', async () => {
    const auth = createAuth(db, settings)
    const sent = { address: '10.8.8.8' }
    for (let i = 0; i < 25; i++) {
      expect((await answerAuth(auth, settings, request({ username: 'xcb-1', password }, sent))).status).toBe(
        200,
      )
    }
  })
})

describe('a session', () => {
  const open = async (username: string) => {
    const auth = createAuth(db, settings)
    return { auth, cookie: cookieOf(await answerAuth(auth, settings, request({ username, password }))) }
  }

  it('dies at the next request when its account is disabled, and no new one opens', async () => {
    const id = await account('leaver')
    const { auth, cookie } = await open('leaver')
    expect(await readSession(auth, db, cookie, new Date())).not.toBeNull()
    await db.transaction((tx) => updateUser(tx, id, { disabledAt: new Date() }, new Date()))
    expect(await readSession(auth, db, cookie, new Date())).toBeNull()
    const again = await answerAuth(auth, settings, request({ username: 'leaver', password }))
    expect([again.status, (await again.json()).code]).toEqual([403, 'ACCOUNT_DISABLED'])
  })

  it('dies when it is ended in PostgreSQL', async () => {
    const id = await account('ended')
    const { auth, cookie } = await open('ended')
    await endSessions(db, id, null)
    expect(await readSession(auth, db, cookie, new Date())).toBeNull()
  })

  it('shows a changed role at once', async () => {
    const id = await account('promoted')
    const { auth, cookie } = await open('promoted')
    await db.update(user).set({ role: 'leader' }).where(eq(user.id, id))
    expect((await readSession(auth, db, cookie, new Date()))?.person.role).toBe('leader')
  })

  it('of a person ends after twelve hours, also in use', async () => {
    const id = await account('shift')
    const { auth, cookie } = await open('shift')
    const later = new Date(Date.now() + 11 * hour)
    await readSession(auth, db, cookie, later)
    const [row] = await db.select().from(session).where(eq(session.userId, id))
    expect(row?.expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + 12 * hour)
    await db
      .update(session)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(session.userId, id))
    expect(await readSession(auth, db, cookie, new Date())).toBeNull()
  })

  it('of a wall lasts ninety days from its last use', async () => {
    const id = await account('hall-screen', 'wall')
    const { auth, cookie } = await open('hall-screen')
    const read = async () => (await db.select().from(session).where(eq(session.userId, id)))[0]
    const first = await read()
    expect((first?.expiresAt.getTime() ?? 0) - (first?.createdAt.getTime() ?? 0)).toBe(90 * 24 * hour)
    const twoDaysOn = new Date(Date.now() + 48 * hour)
    await readSession(auth, db, cookie, twoDaysOn)
    expect((await read())?.expiresAt).toEqual(new Date(twoDaysOn.getTime() + 90 * 24 * hour))
  })

  it('of a drill opens nothing in the real realm', async () => {
    const drill = createAuth(db, { ...settings, realm: 'drill' })
    const answer = await answerAuth(drill, settings, request({ username: 'xcb-1', password }))
    expect(answer.headers.getSetCookie()[0]).toMatch(/^anxin-drill\.session_token=/)
    expect(await readSession(createAuth(db, settings), db, cookieOf(answer), new Date())).toBeNull()
  })

  it.each<[string, (cookie: string) => string]>([
    ['no cookie', () => ''],
    ['a forged signature', (cookie) => `${cookie.slice(0, -6)}AAAAA=`],
    ['another token', (cookie) => cookie.replace(/=(....)/, '=zzzz')],
    ['nonsense', () => 'anxin.session_token=%E0%A4%A'],
  ])('is nobody’s with %s', async (_, spoil) => {
    const { auth, cookie } = await open('xcb-1')
    const spoiled = new Headers({ cookie: spoil(cookie.get('cookie') ?? '') })
    expect(await readSession(auth, db, spoiled, new Date())).toBeNull()
  })

  it('ends by signing out', async () => {
    const { auth, cookie } = await open('xcb-1')
    const out = request({}, { path: '/api/auth/sign-out' })
    out.headers.set('cookie', cookie.get('cookie') ?? '')
    expect((await answerAuth(auth, settings, out)).status).toBe(200)
    expect(await readSession(auth, db, cookie, new Date())).toBeNull()
  })
})
