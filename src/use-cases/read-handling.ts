import type { HandlingView } from '#contracts/handling.ts'
import { workingDaysOf } from '#domain/clock/term.ts'
import type { Incident } from '#domain/incident/incident.ts'
import { sectorOf } from '#domain/incident/sector.ts'
import { leaderGrades } from '#domain/leader/leader-in-charge.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { kindsOf, proposeTasks } from '#domain/task/checklist.ts'
import type { Task } from '#domain/task/task.ts'
import { calledFor, calledViewOf } from '#store/call-outs.ts'
import { latestNots, notsViewOf } from '#store/four-nots.ts'
import { territoryKeys } from '#store/gazetteer.ts'
import { taskChecklist } from '#store/handling-lists.ts'
import { incidentRules } from '#store/incident-rules.ts'
import { findIncident } from '#store/incidents.ts'
import { leaderOf, leaderViewOf, notesOfLeader } from '#store/leaders.ts'
import { supervisionOf, supervisionViewOf } from '#store/supervisions.ts'
import { tasksOf, taskViewOf } from '#store/tasks.ts'
import { workingCalendar } from '#store/working-calendar.ts'
import { postsStillToCall } from './call-posts.ts'
import type { Context } from './context.ts'

/**
 * How one incident is handled: tasks, leader, supervised case, call-out, the four 不, and what is proposed.
 * Refusals: no_such_incident, not_your_agency.
 */
export async function readHandling(
  context: Context,
  { incidentId }: { incidentId: string },
): Promise<Result<HandlingView>> {
  return context.db.transaction(
    async (tx) => {
      const incident = await findIncident(tx, incidentId)
      if (!incident) return refusal('no_such_incident')
      const allowed = may(context.actor, 'see_incident', { route: incident.route })
      if (!allowed.ok) return allowed
      const open = incident.state === 'open'
      const tasks = await tasksOf(tx, incidentId)
      const leader = await leaderOf(tx, incidentId)
      const supervision = await supervisionOf(tx, incidentId)
      const nots = await latestNots(tx, incidentId)
      const notes = leader ? await notesOfLeader(tx, leader.id) : []
      return ok({
        tasks: tasks.map(taskViewOf),
        proposals: open ? proposalsFor(incident, tasks, context.now) : [],
        leader: leader && leaderViewOf(leader),
        leaderNotes: notes.map(({ at, by, note }) => ({ at: at.toISOString(), by, note })),
        leaderProposed: open && leader === null && leaderGrades.includes(incident.grade),
        supervision: supervision && supervisionViewOf(supervision),
        called: (await calledFor(tx, incidentId)).map(calledViewOf),
        toCall: open ? await postsStillToCall(tx, incident) : [],
        massCallOutAbove: incidentRules().response.massCallOutAbove,
        nots: nots && notsViewOf(nots),
      })
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

function proposalsFor(incident: Incident, tasks: Task[], now: Date): HandlingView['proposals'] {
  const subject = {
    grade: incident.grade,
    kinds: kindsOf(incident),
    territories: territoryKeys(incident.placeCode),
    sector: sectorOf(incident),
    assigned: tasks.filter(({ state }) => state !== 'withdrawn').map(({ kind }) => kind),
  }
  return proposeTasks(taskChecklist, subject, now, workingCalendar()).map(({ term, ...one }) => ({
    ...one,
    dueAt: term.dueAt.toISOString(),
    workingDays: workingDaysOf(term.limit),
    provisional: term.provisional,
  }))
}
