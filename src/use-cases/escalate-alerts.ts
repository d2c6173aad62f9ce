import { ladder, leaveEmptyRung, nextStep } from '#domain/escalation/next-step.ts'
import { type BookedPost, type Reaches, reachesBy } from '#domain/escalation/reach.ts'
import { dutyPosts } from '#domain/roster/duty-posts.ts'
import { turnAt } from '#domain/roster/turn.ts'
import { lockAlertsOnRungs, lockDueAlerts, type Rung, saveAlerts } from '#store/alerts.ts'
import { isReachable, listContacts, type RungHolder } from '#store/contacts.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { turnsAt } from '#store/shifts.ts'
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
    const { reaches, empty } = await readReach(tx, now)
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

/** Whom the contact book reaches with those on shift at this moment, and the rungs it leaves empty. */
export async function readReach(tx: Transaction, now: Date): Promise<{ reaches: Reaches; empty: Rung[] }> {
  const [contacts, turns] = [await listContacts(tx), await turnsAt(tx, now)]
  const agencies = [...new Set(contacts.flatMap(({ agency }) => agency ?? []))]
  const onDuty = agencies.flatMap((agency) => {
    const own = contacts.filter((contact) => contact.agency === agency)
    const { duty, substitute } = dutyPosts(own, turnAt(turns, agency, now))
    return [
      ...duty.map((post) => booked(post, 'duty')),
      ...substitute.map((post) => booked(post, 'substitute')),
    ]
  })
  const above = contacts.filter(({ rung }) => rung !== 'duty' && rung !== 'substitute')
  const reaches = reachesBy([...above.map((post) => booked(post, post.rung)), ...onDuty])
  const empty = agencies.flatMap((agency) =>
    ladder.flatMap((_, rung) => (reaches(agency, rung) === 'nobody' ? [{ agency, rung }] : [])),
  )
  return { reaches, empty }
}

function booked(post: RungHolder, rung: BookedPost['rung']): BookedPost {
  return { agency: post.agency, rung, reachable: isReachable(post) }
}
