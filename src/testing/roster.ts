import { randomUUID } from 'node:crypto'
import type { RosterDay } from '#contracts/roster.ts'
import { insertContact } from '#store/contacts.ts'
import { saveRoster } from '#use-cases/save-roster.ts'
import type { Scenario } from './scenario.ts'

/** A further post in the book that only a roster can put on duty; gives its id. */
export async function bookPost(
  { db, clock }: Pick<Scenario, 'db' | 'clock'>,
  {
    agency,
    post,
    sms,
    userId = null,
  }: { agency: string; post: string; sms?: string; userId?: string | null },
): Promise<string> {
  const id = randomUUID()
  await insertContact(db, {
    ...{ id, agency, post, userId, createdAt: clock.now() },
    // A rung the duty's ladder does not call by itself.
    rung: 'group_leader',
    addresses: sms ? { sms } : {},
  })
  return id
}

/** The office writes these days into the roster. */
export async function rostered(
  room: Pick<Scenario, 'contextOf' | 'officer'>,
  days: RosterDay[],
  basedOn = 0,
): Promise<number> {
  const saved = await saveRoster(room.contextOf(room.officer('rsj', 'office')), {
    days,
    why: '排班',
    basedOn,
  })
  if (!saved.ok) throw new Error(`the roster was refused: ${saved.refusal.code}`)
  return saved.value.version
}
