import { type ClockedDuty, climbOverdue } from '#domain/escalation/overdue.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { lateFor } from '#domain/leader/leader-in-charge.ts'
import { overdueFor, taskRungSeconds } from '#domain/task/task.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { handledIncidents } from '#store/handled-incident.ts'
import { leaderViewOf, lockDueLeaders, saveLeader } from '#store/leaders.ts'
import { lockDueSupervisions, saveSupervision, supervisionViewOf } from '#store/supervisions.ts'
import { lockDueTasks, saveTask, taskViewOf } from '#store/tasks.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'

const batch = 500
/** A reply or a weekly note that is late is called one level higher each day. */
const dailyRungSeconds = 86_400

/**
 * Calls the ladder for unsigned and unreported tasks, late replies, late notes and broken promises.
 * Safe to run in several processes at once. @returns how many were called higher.
 */
export async function escalateHandling(context: Context): Promise<number> {
  return context.db.transaction(async (tx) => {
    const happened: Happened = [
      ...(await lateTasks(context, tx)),
      ...(await lateSupervisions(context, tx)),
      ...(await lateLeaders(context, tx)),
    ]
    await record(tx, happened, { at: context.now, actor: null })
    return happened.length
  })
}

async function lateTasks({ now }: Context, tx: Transaction): Promise<Happened> {
  const due = await lockDueTasks(tx, now, batch)
  return climbed(tx, now, due, {
    rungSeconds: ({ grade }) => taskRungSeconds(grade),
    save: saveTask,
    told: (task) => ({
      name: 'task.overdue',
      data: { task: taskViewOf(task), level: task.overdueLevel, because: overdueFor(task) },
    }),
    agency: ({ agency }) => agency,
  })
}

async function lateSupervisions({ now }: Context, tx: Transaction): Promise<Happened> {
  const due = await lockDueSupervisions(tx, now, batch)
  return climbed(tx, now, due, {
    rungSeconds: () => dailyRungSeconds,
    save: saveSupervision,
    told: (one) => ({
      name: 'supervision.overdue',
      data: { supervision: supervisionViewOf(one), level: one.overdueLevel },
    }),
    agency: ({ unit }) => unit,
  })
}

async function lateLeaders({ now }: Context, tx: Transaction): Promise<Happened> {
  const due = await lockDueLeaders(tx, now, batch)
  return climbed(tx, now, due, {
    rungSeconds: () => dailyRungSeconds,
    save: saveLeader,
    told: (one) => ({
      name: 'leader.overdue',
      data: { leader: leaderViewOf(one), level: one.overdueLevel, because: lateFor(one, now) },
    }),
    agency: ({ agency }) => agency,
  })
}

type Told = { [K in Happened[number] as K['name']]: Pick<K, 'name' | 'data'> }[Happened[number]['name']]

/** One climb each; what belongs to an incident that is no longer open loses its clock and is not told. */
async function climbed<Duty extends ClockedDuty & { incidentId: string }>(
  tx: Transaction,
  now: Date,
  due: Duty[],
  one: {
    rungSeconds: (incident: Incident) => number
    save: (tx: Transaction, duty: Duty) => Promise<void>
    told: (duty: Duty) => Told
    agency: (duty: Duty) => string | null
  },
): Promise<Happened> {
  const happened: Happened = []
  const incidents = await handledIncidents(
    tx,
    due.map(({ incidentId }) => incidentId),
  )
  for (const duty of due) {
    const incident = incidents.get(duty.incidentId)
    if (incident?.state !== 'open') {
      await one.save(tx, { ...duty, nextStepAt: null })
      continue
    }
    const next = climbOverdue(duty, one.rungSeconds(incident), now)
    if (!next) continue
    await one.save(tx, next)
    const agency = one.agency(next)
    const route = [...new Set([...incident.route, ...(agency ? [agency] : [])])]
    happened.push({ ...one.told(next), incidentId: incident.id, route } as Happened[number])
  }
  return happened
}
