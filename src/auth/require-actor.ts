import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Person } from '#domain/permission.ts'
import { type SignedIn, signedInFromHeaders } from './actor.ts'

/** For pages: who asks, or on to the log-in page (to the new password, when that is due). */
export async function requireActor(): Promise<Person> {
  const signedIn = await requireSignedIn()
  if (signedIn.mustChangePassword) redirect('/account')
  return signedIn.person
}

/** For the account page alone, which stays open while a new password is due. */
export async function requireSignedIn(): Promise<SignedIn> {
  const signedIn = await signedInFromHeaders(await headers())
  if (!signedIn) redirect('/login')
  return signedIn
}
