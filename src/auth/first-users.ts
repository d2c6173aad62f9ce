import { randomUUID } from 'node:crypto'
import { env } from '#platform/env.ts'
import { hashOf, newPassword } from '#platform/password.ts'
import type { Database } from '#store/database.ts'
import { anyAdministrator, insertUser, replacePassword, userByName } from '#store/users.ts'
import { drillUsers } from './drill-users.ts'

export type FirstAdministrator = { created: boolean; username: string; password?: string }

/**
 * Makes `admin` of 人社局 when the realm has no administrator who can sign in with a password. The password is
 * in the answer that one time and nowhere else. The agencies must be seeded before.
 */
export async function ensureFirstAdministrator(db: Database, now: Date): Promise<FirstAdministrator> {
  const username = 'admin'
  if (await anyAdministrator(db)) return { created: false, username }
  const password = newPassword()
  const passwordHash = await hashOf(password)
  const fresh = { id: randomUUID(), username, ...posting, passwordHash, mustChangePassword: false }
  return db.transaction(async (tx) => {
    if (await insertUser(tx, fresh, now)) return { created: true, username, password }
    const standing = await userByName(tx, username)
    if (standing?.role !== 'admin' || standing.disabledAt) return { created: false, username }
    await replacePassword(tx, standing.id, passwordHash, now)
    return { created: true, username, password }
  })
}

/** The posts a drill is played with; they have no password, only the log-in page's buttons open them. */
export async function ensureDrillUsers(db: Database, now: Date = new Date()): Promise<void> {
  if (env().REALM !== 'drill') throw new Error('drill users belong in the drill realm only')
  await db.transaction(async (tx) => {
    for (const one of drillUsers) {
      await insertUser(tx, { id: randomUUID(), ...one, passwordHash: null, mustChangePassword: false }, now)
    }
  })
}

const posting = { role: 'admin', agency: 'rsj', territory: null, post: '管理员' } as const
