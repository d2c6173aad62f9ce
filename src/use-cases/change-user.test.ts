import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChangeUser } from '#contracts/account.ts'
import type { Actor, Role } from '#domain/permission.ts'
import { hashOf, isPasswordOf } from '#platform/password.ts'
import { eventsAfter, lastEventId } from '#store/event-log.ts'
import { session } from '#store/tables/auth.ts'
import { insertUser, passwordHashOf, listUsers as rowsOfUsers, userById, userByName } from '#store/users.ts'
import { freshDatabase, type TestDatabase } from '#testing/database.ts'
import { addUser } from './add-user.ts'
import { changePassword } from './change-password.ts'
import { changeUser } from './change-user.ts'
import type { Context } from './context.ts'
import { listUsers } from './list-users.ts'

const now = new Date('2026-11-23T06:00:00Z')
const wanted = { post: '宣传部值班员', role: 'duty', agency: 'xcb', territory: null } as const
let fresh: TestDatabase
let hash: string
let admin: string

beforeAll(async () => {
  fresh = await freshDatabase()
  hash = await hashOf('first-password-1')
  admin = await account('chief', 'admin')
})
afterAll(() => fresh.drop())

function as(role: Role, id = admin): Context {
  const actor: Actor = {
    kind: 'person',
    id,
    username: 'chief',
    post: '管理员',
    role,
    agency: 'rsj',
    territory: null,
  }
  return { now, actor, newId: randomUUID, db: fresh.db } as Context
}

async function account(username: string, role: Role = 'duty'): Promise<string> {
  const id = randomUUID()
  const one = { ...wanted, id, username, role, passwordHash: hash, mustChangePassword: false }
  await fresh.db.transaction((tx) => insertUser(tx, one, now))
  return id
}

async function sessionsOf(userId: string, add: string[] = []): Promise<string[]> {
  const later = new Date(now.getTime() + 3_600_000)
  for (const token of add) {
    await fresh.db.insert(session).values({ id: randomUUID(), userId, token, expiresAt: later })
  }
  return (await fresh.db.select().from(session).where(eq(session.userId, userId))).map((row) => row.token)
}

const newest = async () => (await eventsAfter(fresh.db, (await lastEventId(fresh.db)) - 1, 1))[0]?.event

describe('adding a user', () => {
  it('opens the account, tells its password once and records who did it', async () => {
    const added = await addUser(as('admin'), { ...wanted, username: 'Xcb-New' })
    if (!added.ok) throw new Error(added.refusal.code)
    expect(added.value.username).toBe('xcb-new')
    const stored = (await passwordHashOf(fresh.db, added.value.userId)) ?? ''
    expect(await isPasswordOf(stored, added.value.password)).toBe(true)
    expect(await userById(fresh.db, added.value.userId)).toMatchObject({
      ...wanted,
      mustChangePassword: true,
    })
    expect(await newest()).toMatchObject({ name: 'user.added', data: { role: 'duty', agency: 'xcb' } })
    expect(JSON.stringify(await newest())).not.toContain(added.value.password)
  })

  it.each<[string, object, string]>([
    ['a name that is taken, in any case', { username: 'CHIEF' }, 'username_taken'],
    ['a duty officer of nobody', { username: 'free-1', agency: null }, 'agency_needed'],
    ['an agency nobody knows', { username: 'free-2', agency: 'nowhere' }, 'unknown_agency'],
    ['a territory that is none', { username: 'free-3', territory: 'zfw' }, 'not_a_territory'],
  ])('refuses %s and writes nothing', async (_, change, code) => {
    const before = (await rowsOfUsers(fresh.db)).length
    const answer = await addUser(as('admin'), { ...wanted, username: 'x', ...change })
    expect(answer.ok ? 'added' : answer.refusal.code).toBe(code)
    expect(await rowsOfUsers(fresh.db)).toHaveLength(before)
  })

  it('lets exactly one of two administrators take a name', async () => {
    const both = [1, 2].map(() => addUser(as('admin'), { ...wanted, username: 'contested' }))
    const answers = (await Promise.all(both)).map((one) => (one.ok ? 'added' : one.refusal.code))
    expect(answers.sort()).toEqual(['added', 'username_taken'])
  })

  it('does not make a wall change its password', async () => {
    await addUser(as('admin'), { ...wanted, username: 'hall', role: 'wall', agency: null })
    expect((await userByName(fresh.db, 'hall'))?.mustChangePassword).toBe(false)
  })
})

describe('changing a user', () => {
  const change = async (input: ChangeUser, context = as('admin')) => {
    const answer = await changeUser(context, input)
    return answer.ok ? 'changed' : answer.refusal.code
  }

  it.each<[string, (id: string) => ChangeUser, boolean]>([
    ['disabling', (userId) => ({ userId, disabled: true }), true],
    ['another role', (userId) => ({ userId, role: 'leader' }), true],
    ['a new password', (userId) => ({ userId, resetPassword: true }), true],
    ['another post', (userId) => ({ userId, post: '宣传部副值班员' }), false],
    ['another agency', (userId) => ({ userId, agency: 'zfw' }), false],
  ])('%s signs out everywhere: %#', async (_, input, signsOut) => {
    const id = await account(`moved-${randomUUID().slice(0, 8)}`)
    const token = randomUUID()
    await sessionsOf(id, [token])
    expect(await change(input(id))).toBe('changed')
    expect(await sessionsOf(id)).toEqual(signsOut ? [] : [token])
    expect(await newest()).toMatchObject({ name: 'user.changed', data: { userId: id } })
  })

  it('enables again, without bringing the old sessions back', async () => {
    const id = await account('returns')
    await change({ userId: id, disabled: true })
    expect((await userById(fresh.db, id))?.disabledAt).toEqual(now)
    await change({ userId: id, disabled: false })
    expect((await userById(fresh.db, id))?.disabledAt).toBeNull()
    expect(await sessionsOf(id)).toEqual([])
  })

  it('tells a reset password once and asks for a new one at the next sign-in', async () => {
    const id = await account('forgot')
    const answer = await changeUser(as('admin'), { userId: id, resetPassword: true })
    const told = answer.ok ? (answer.value.password ?? '') : ''
    const stored = (await passwordHashOf(fresh.db, id)) ?? ''
    expect(await isPasswordOf(stored, told)).toBe(true)
    expect(await isPasswordOf(stored, 'first-password-1')).toBe(false)
    expect((await userById(fresh.db, id))?.mustChangePassword).toBe(true)
  })

  it('moves an officer of a territory to a city agency and out of the territory', async () => {
    const id = await account('mover')
    await change({ userId: id, agency: 't330483' })
    expect(await userById(fresh.db, id)).toMatchObject({ agency: 't330483', territory: 't330483' })
    await change({ userId: id, agency: 'rsj' })
    expect(await userById(fresh.db, id)).toMatchObject({ agency: 'rsj', territory: null })
  })

  it('never leaves the room without an administrator, also when two disable each other at once', async () => {
    expect(await change({ userId: admin, disabled: true })).toBe('not_yourself')
    const other = await account('deputy', 'admin')
    const both = await Promise.all([
      change({ userId: other, disabled: true }, as('admin', admin)),
      change({ userId: admin, disabled: true }, as('admin', other)),
    ])
    expect(both.sort()).toEqual(['changed', 'last_administrator'])
    for (const userId of [admin, other]) await change({ userId, disabled: false }, as('admin', randomUUID()))
  })

  it('refuses an account nobody knows', async () => {
    expect(await change({ userId: randomUUID(), disabled: true })).toBe('user_unknown')
  })
})

describe('who may manage users', () => {
  it.each<Role>(['wall', 'duty', 'leader', 'office'])('%s may not', async (role) => {
    const answers = [
      await addUser(as(role), { ...wanted, username: 'sneaked-in' }),
      await changeUser(as(role), { userId: admin, resetPassword: true }),
      await listUsers(as(role)),
    ]
    expect(answers.map((one) => (one.ok ? 'done' : one.refusal.code))).toEqual(Array(3).fill('role_may_not'))
    expect(await userByName(fresh.db, 'sneaked-in')).toBeNull()
  })

  it('an administrator sees every account and nothing to guess a password from', async () => {
    const listed = await listUsers(as('admin'))
    const views = listed.ok ? listed.value : []
    expect(views.find((one) => one.username === 'chief')).toMatchObject({ role: 'admin', disabledAt: null })
    expect(JSON.stringify(views)).not.toContain(hash)
  })
})

describe('changing one’s own password', () => {
  it('replaces it and signs out every other device', async () => {
    const id = await account('careful')
    await sessionsOf(id, ['this-device', 'other-device'])
    const input = {
      currentPassword: 'first-password-1',
      newPassword: 'second-password-2',
      keepToken: 'this-device',
    }
    expect(await changePassword(as('duty', id), input)).toEqual({ ok: true, value: true })
    expect(await isPasswordOf((await passwordHashOf(fresh.db, id)) ?? '', 'second-password-2')).toBe(true)
    expect(await sessionsOf(id)).toEqual(['this-device'])
  })

  it.each<[string, string, string, string]>([
    ['a wrong current password', 'not-my-password', 'second-password-2', 'password_wrong'],
    ['a short one', 'first-password-1', 'short', 'password_too_short'],
    ['an endless one', 'first-password-1', 'x'.repeat(129), 'password_too_long'],
    ['the same again', 'first-password-1', 'first-password-1', 'password_unchanged'],
  ])('refuses %s', async (_, currentPassword, newPassword, code) => {
    const id = await account(`own-${randomUUID().slice(0, 8)}`)
    const answer = await changePassword(as('duty', id), { currentPassword, newPassword, keepToken: null })
    expect(answer.ok ? 'changed' : answer.refusal.code).toBe(code)
    expect(await passwordHashOf(fresh.db, id)).toBe(hash)
  })
})
