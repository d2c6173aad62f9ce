import type { Person } from '#domain/permission.ts'
import { type Database, database } from '#store/database.ts'
import { extendSession, toPerson, userById } from '#store/users.ts'
import { type Auth, auth } from './auth.ts'
import { renewedEnd } from './session-length.ts'

/** A live session: who it belongs to, and what the doors must know beside that. */
export type SignedIn = { person: Person; token: string; mustChangePassword: boolean }

/**
 * Who asks, by the session cookie in these headers; null when nobody is signed in, the account is disabled
 * or its first password has not been changed yet. The one answer for pages, commands and the socket.
 */
export async function actorFromHeaders(from: Headers): Promise<Person | null> {
  const signedIn = await signedInFromHeaders(from)
  return signedIn && !signedIn.mustChangePassword ? signedIn.person : null
}

export async function signedInFromHeaders(from: Headers): Promise<SignedIn | null> {
  return readSession(auth(), database(), from, new Date())
}

/** The row in PostgreSQL is read every time, so a disabled account is out at its very next request. */
export async function readSession(
  from: Auth,
  db: Database,
  request: Headers,
  now: Date,
): Promise<SignedIn | null> {
  const cookie = request.get('cookie')
  if (!cookie) return null
  const found = await from.api.getSession({ headers: new Headers({ cookie }) })
  if (!found) return null
  const row = await userById(db, found.user.id)
  if (!row || row.disabledAt) return null
  const renewed = renewedEnd(row.role, found.session.expiresAt, now)
  if (renewed) await extendSession(db, found.session.id, renewed)
  return { person: toPerson(row), token: found.session.token, mustChangePassword: row.mustChangePassword }
}
