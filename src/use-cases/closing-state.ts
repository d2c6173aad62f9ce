import { isLifeThreatened } from '#domain/incident/danger.ts'
import type { Incident } from '#domain/incident/incident.ts'
import type { ClosingState } from '#domain/incident/may-close.ts'
import { isAnswered } from '#domain/reply/reply.ts'
import { isOpenSupervision } from '#domain/supervision/supervision.ts'
import type { Queryable } from '#store/database.ts'
import { openReleases } from '#store/releases.ts'
import { repliesOf } from '#store/replies.ts'
import { stepsOfAll } from '#store/steps.ts'
import { supervisionOf } from '#store/supervisions.ts'
import { openRequiredTasks } from '#store/tasks.ts'
import { standingFacts } from './standing-facts.ts'

/** Everything the rule of closing looks at, as it stands now. */
export async function closingStateOf(db: Queryable, incident: Incident, now: Date): Promise<ClosingState> {
  const { id, grade, online } = incident
  const [{ standing, settled }, replies, supervision, releasesOpen, tasks, steps] = await Promise.all([
    standingFacts(db, incident, now),
    repliesOf(db, id),
    supervisionOf(db, id),
    openReleases(db, id),
    openRequiredTasks(db, id),
    stepsOfAll(db, [id]),
  ])
  // 续报 falls due again and again; one that was made is enough.
  const owed = steps.filter(({ doneAt, round }) => doneAt === null && round === 1)
  return {
    ...{ grade, online, settled, releasesOpen },
    verified: standing?.outcome ?? null,
    answered: isAnswered(replies, standing),
    dangerStands: isLifeThreatened(incident),
    supervisionOpen: supervision !== null && isOpenSupervision(supervision),
    tasksOpen: tasks.length,
    stepsOwed: owed.map(({ step }) => step),
  }
}
