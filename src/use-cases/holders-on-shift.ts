import type { ContactRung } from '#domain/contact/contact-rung.ts'
import { dutyPosts } from '#domain/roster/duty-posts.ts'
import { turnAt } from '#domain/roster/turn.ts'
import { contactsOfAgency, type RungHolder, rungHolders } from '#store/contacts.ts'
import type { Queryable } from '#store/database.ts'
import { turnsAt } from '#store/shifts.ts'

/**
 * Whoever is called with these rungs at a moment: on the lowest those the roster has on, else the book's own duty
 * posts; above it whoever stands there in the book. A post that stands on two of them is called once.
 */
export async function holdersOnShift(
  tx: Queryable,
  { agency, rungs, at }: { agency: string; rungs: readonly ContactRung[]; at: Date },
): Promise<RungHolder[]> {
  const above = rungs.filter((rung) => rung !== 'duty' && rung !== 'substitute')
  const standing = await rungHolders(tx, agency, above)
  if (above.length === rungs.length) return standing
  const on = dutyPosts(await contactsOfAgency(tx, agency), turnAt(await turnsAt(tx, at), agency, at))
  const called = [
    ...(rungs.includes('duty') ? on.duty : []),
    ...(rungs.includes('substitute') ? on.substitute : []),
  ]
  const known = new Set(called.map(({ id }) => id))
  return [...called, ...standing.filter(({ id }) => !known.has(id))]
}
