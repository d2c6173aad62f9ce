import { ladder, leaveEmptyRung, nextStep } from '#domain/escalation/next-step.ts'
import { type Reaches, reachesBy } from '#domain/escalation/reach.ts'
import { lockAlertsOnRungs, lockDueAlerts, type Rung, saveAlerts } from '#store/alerts.ts'
import { isReachable, listContacts } from '#store/contacts.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { climbEvents } from './climb-events.ts'
import type { Context } from './context.ts'

/** Alerts of one transaction: a sweep of thousands lets an acceptance in between. */
const batch = 500

/**
 * Climbs one rung for every alert whose clock has run out; a rung on which nobody is reachable is named and left at
 * once. Safe to run in several processes at once.
 * @returns how many alerts climbed.
 */
export async function escalateAlerts(context: Context): Promise<number> {
  const { db, now } = context
  return db.transaction(async (tx) => {
    const { reaches, empty } = await readReach(tx)
    const due = await lockDueAlerts(tx, now, batch)
    const known = new Set(due.map(({ alert }) => alert.id))
    const stranded = (await lockAlertsOnRungs(tx, empty, batch)).filter(({ alert }) => !known.has(alert.id))
    const climbs = [...due, ...stranded].flatMap((one) => {
      const climbing = { grade: one.grade, posts: one.posts, reaches }
      const climb = leaveEmptyRung(one.alert, climbing, now) ?? nextStep(one.alert, climbing, now)
      return climb ? [{ one, climb }] : []
    })
    await saveAlerts(
      tx,
      climbs.map(({ climb }) => climb.alert),
    )
    const happened = climbs.flatMap(({ one, climb }) => climbEvents(one, climb, null))
    await record(tx, happened, { at: now, actor: null })
    return climbs.length
  })
}

/** Whom the contact book reaches, and the rungs it leaves empty. */
export async function readReach(tx: Transaction): Promise<{ reaches: Reaches; empty: Rung[] }> {
  const book = (await listContacts(tx)).map((contact) => ({
    agency: contact.agency,
    rung: contact.rung,
    reachable: isReachable(contact),
  }))
  const reaches = reachesBy(book)
  const agencies = [...new Set(book.flatMap(({ agency }) => agency ?? []))]
  const empty = agencies.flatMap((agency) =>
    ladder.flatMap((_, rung) => (reaches(agency, rung) === 'nobody' ? [{ agency, rung }] : [])),
  )
  return { reaches, empty }
}
