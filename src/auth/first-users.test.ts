import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isPasswordOf } from '#platform/password.ts'
import { user } from '#store/tables/auth.ts'
import { listUsers, passwordHashOf, userByName } from '#store/users.ts'
import { freshDatabase, type TestDatabase } from '#testing/database.ts'
import { drillUsers } from './drill-users.ts'
import { ensureDrillUsers, ensureFirstAdministrator } from './first-users.ts'

const realm = vi.hoisted(() => ({ REALM: 'drill' as 'drill' | 'real' }))
vi.mock('#platform/env.ts', async (original) => ({ ...(await original<object>()), env: () => realm }))

const now = new Date('2026-11-23T06:00:00Z')
let fresh: TestDatabase

beforeEach(async () => {
  realm.REALM = 'drill'
  fresh = await freshDatabase()
})
afterEach(() => fresh.drop())

describe('the first administrator', () => {
  it('is made once, with a random password that is told once', async () => {
    const first = await ensureFirstAdministrator(fresh.db, now)
    expect(first).toMatchObject({ created: true, username: 'admin' })
    expect(first.password).toMatch(/^([2-9a-hj-kmnp-z]{4}-){3}[2-9a-hj-kmnp-z]{4}$/)
    const row = await userByName(fresh.db, 'admin')
    expect(row).toMatchObject({ role: 'admin', agency: 'rsj', mustChangePassword: false })
    const hash = (await passwordHashOf(fresh.db, row?.id ?? '')) ?? ''
    expect(hash).not.toContain(first.password)
    expect(await isPasswordOf(hash, first.password ?? '')).toBe(true)
    expect(await ensureFirstAdministrator(fresh.db, now)).toEqual({ created: false, username: 'admin' })
  })

  it('is not made while another one can sign in', async () => {
    await ensureFirstAdministrator(fresh.db, now)
    await fresh.db.update(user).set({ username: 'chief' }).where(eq(user.username, 'admin'))
    expect(await ensureFirstAdministrator(fresh.db, now)).toEqual({ created: false, username: 'admin' })
    expect(await listUsers(fresh.db)).toHaveLength(1)
  })

  it.each(['before', 'after'])('has a password also in a drill whose posts were made %s', async (order) => {
    if (order === 'before') await ensureDrillUsers(fresh.db, now)
    const first = await ensureFirstAdministrator(fresh.db, now)
    if (order === 'after') await ensureDrillUsers(fresh.db, now)
    expect(first.created).toBe(true)
    expect(await listUsers(fresh.db)).toHaveLength(drillUsers.length)
  })
})

describe('the posts of a drill', () => {
  it('are made once and have no password', async () => {
    await ensureDrillUsers(fresh.db, now)
    await ensureDrillUsers(fresh.db, now)
    const rows = await listUsers(fresh.db)
    expect(rows.map((row) => row.username).sort()).toEqual(drillUsers.map((one) => one.username).sort())
    const hashes = await Promise.all(rows.map((row) => passwordHashOf(fresh.db, row.id)))
    expect(hashes.filter((hash) => hash !== null)).toEqual([])
  })

  it('are never made in the real realm', async () => {
    realm.REALM = 'real'
    await expect(ensureDrillUsers(fresh.db, now)).rejects.toThrow('drill realm only')
    expect(await listUsers(fresh.db)).toEqual([])
  })
})
