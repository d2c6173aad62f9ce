import { redirect } from 'next/navigation'
import { requireActor } from '#auth/require-actor.ts'
import type { Person } from '#domain/permission.ts'
import { hasDesk, homeOf } from '#ui/shell/navigation.ts'

/** For desk-like pages: who asks; a wall account that came by the address goes back to its wall. */
export async function requireDeskActor(): Promise<Person> {
  const person = await requireActor()
  if (!hasDesk(person)) redirect(homeOf(person))
  return person
}
