import type { EventData, EventName, LoggedEvent } from '#contracts/events.ts'
import { officeAgency } from '#domain/contact/contact-rung.ts'
import type { Grade } from '#domain/grading/grade.ts'
import { type Call, callForAlert, callForLevel, type Occasion } from '#domain/paging/occasion.ts'

/** What an event means for the telephones: whom to call, and whose calls are over. */
export type Consequence = {
  calls?: Call[]
  /** Calls that have lost their reason. */
  stops?: ({ alertId: string } | { incidentId: string } | { subject: string })[]
}

/** What the event's incident is, so that the right people are called; null for an event about none. */
export type Ground = { grade: Grade; agencies: string[]; route?: readonly string[] } | null

/** Whom an event calls and whose calls it ends; most events do neither. */
export function consequenceOf(event: LoggedEvent, ground: Ground): Consequence {
  const of = consequences[event.name] as
    | ((data: LoggedEvent['data'], ground: Ground) => Consequence)
    | undefined
  return of ? of(event.data, ground) : {}
}

const consequences: { [N in EventName]?: (data: EventData<N>, ground: Ground) => Consequence } = {
  'alert.raised': ({ alerts }, ground) => ({
    calls: alerts.map((alert) => alertCall('raised', alert, ground)),
  }),
  // Whoever has accepted is told as well: a life in danger is another matter than the one that was accepted. An
  // incident that opens with it calls by its alerts.
  'incident.alarmed': ({ incident, danger }, ground) => {
    if ((incident.version ?? 1) === 1) return {}
    const subject = `alarm/${incident.id}/${danger.length}`
    const calls = (ground?.route ?? []).map((agency) => duty('alarmed', agency, subject))
    return { calls: [...calls, { ...office('alarmed', subject), rungs: ['office', 'group_leader'] }] }
  },
  'incident.calmed': ({ incident }) => ({ stops: [{ subject: `alarm/${incident.id}` }] }),
  'alert.escalated': ({ alert }, ground) => ({ calls: [alertCall('escalated', alert, ground)] }),
  'alert.lapsed': ({ alert }, ground) => ({
    stops: [{ alertId: alert.id }],
    calls: [alertCall('lapsed', alert, ground)],
  }),
  'alert.returned': ({ alert }, ground) => ({
    stops: [{ alertId: alert.id }],
    calls: [alertCall('returned', alert, ground)],
  }),
  'alert.accepted': ({ alert }) => ({ stops: [{ alertId: alert.id }] }),
  'alert.handover_offered': ({ alert }) => ({
    calls: alert.lease?.handover
      ? [{ ...duty('handover', alert.agency, `handover/${alert.id}`), userId: alert.lease.handover.toId }]
      : [],
  }),
  'alert.handover_declined': ({ alert }) => ({ stops: [{ subject: `handover/${alert.id}` }] }),
  'alert.handed_over': ({ alert }) => ({
    stops: [{ alertId: alert.id }, { subject: `handover/${alert.id}` }],
  }),
  'shift.handover_offered': ({ handover: { id, agency, toId, shiftEndsAt } }) => ({
    calls: [{ ...duty('shift', agency, `shift/${id}`, shiftEndsAt), userId: toId }],
  }),
  'shift.handed_over': ({ handover }) => ({ stops: [{ subject: `shift/${handover.id}` }] }),
  'shift.handover_declined': ({ handover }) => ({ stops: [{ subject: `shift/${handover.id}` }] }),
  'alert.snoozed': ({ alert }) => ({ stops: [{ alertId: alert.id }] }),
  'alert.called_again': ({ alert }, ground) => ({ calls: [alertCall('escalated', alert, ground)] }),
  'alert.ended': ({ alerts }) => ({ stops: alerts.map(({ id }) => ({ alertId: id })) }),
  'incident.closed': ({ incidentId }) => ({ stops: [{ incidentId }] }),
  'incident.merged': ({ other }) => ({ stops: [{ incidentId: other.id }] }),
  'callout.sent': ({ called }) => ({
    calls: called.map(({ id, agency }) => duty('call_out', agency, `callout/${id}`)),
  }),
  'callout.answered': ({ called }) => ({ stops: [{ subject: `callout/${called.id}` }] }),
  'release.asked': ({ release }, ground) => ({
    calls: [
      office('release_asked', `release/${release.id}`),
      // A second person of another unit than the one that asks.
      ...firstLineOf(ground)
        .filter((agency) => agency !== release.askedBy.agency)
        .map((agency) => duty('release_asked', agency, `release/${release.id}`)),
    ],
  }),
  'release.approved': ({ release }) => released(release.id),
  'release.declined': ({ release }) => released(release.id),
  'release.expired': ({ release }) => ({
    ...released(release.id),
    calls: [office('release_expired', `expired/${release.id}`)],
  }),
  'release.glass_broken': ({ release }) => ({ calls: [office('glass_broken', `broken/${release.id}`)] }),
  'release.left_unsigned': ({ release }) => ({ calls: [office('glass_broken', `unsigned/${release.id}`)] }),
  'task.assigned': ({ task }) => ({ calls: [duty('task', task.agency, `task/${task.id}`, task.signDueAt)] }),
  'task.overdue': ({ task, level }) => ({
    calls: [atLevel('task', task.agency, level, `task/${task.id}`, task.dueAt)],
  }),
  'task.signed': ({ task }) => ({ stops: [{ subject: `task/${task.id}` }] }),
  'task.reported': ({ task }) => ({ stops: [{ subject: `task/${task.id}` }] }),
  'task.withdrawn': ({ task }) => ({ stops: [{ subject: `task/${task.id}` }] }),
  'supervision.opened': ({ supervision: { id, unit, dueAt } }) => ({
    calls: unit
      ? [{ ...duty('supervision', unit, `supervision/${id}`, dueAt), rungs: ['duty', 'leader'] }]
      : [],
  }),
  'supervision.overdue': ({ supervision: { id, unit, dueAt }, level }) => ({
    calls: unit ? [atLevel('supervision', unit, level, `supervision/${id}`, dueAt)] : [],
  }),
  'supervision.replied': ({ supervision }) => ({ stops: [{ subject: `supervision/${supervision.id}` }] }),
  'supervision.closed': ({ supervision }) => ({ stops: [{ subject: `supervision/${supervision.id}` }] }),
  'leader.overdue': ({ leader: { id, agency, promisedAt }, level }) => ({
    calls: [atLevel('leader', agency, level, `leader/${id}`, promisedAt)],
  }),
  'leader.noted': ({ leader }) => ({ stops: [{ subject: `leader/${leader.id}` }] }),
  'instalment.missed': ({ incidentId, dueOn }) => ({
    calls: [duty('payment', officeAgency, `instalment/${incidentId}/${dueOn}`)],
  }),
  'proceeding.overdue': ({ proceedingId, stage, dueOn, agency }) => ({
    calls: [duty('proceeding', agency, `proceeding/${proceedingId}/${stage}/${dueOn}`)],
  }),
  'proceeding.dated': ({ proceeding }) => ({ stops: [{ subject: `proceeding/${proceeding.id}` }] }),
  'transfer.overdue': ({ incidentId, what, dueAt }) => ({
    calls: [duty('transfer', officeAgency, `transfer/${incidentId}/${what}`, dueAt)],
  }),
  // A flood of finds of one kind is one thing that is broken: one call an hour.
  'audit.overdue': ({ finding: { kind, foundAt } }) => ({
    calls: [office('audit', `audit/${kind}/${foundAt.slice(0, 13)}`)],
  }),
  'zero_report.due': ({ day, agencies, level, closesAt }) => ({
    calls: agencies.map((agency) => atLevel('zero_report', agency, level, `zero/${day}/${agency}`, closesAt)),
  }),
  'zero_report.made': ({ day, agency }) => ({ stops: [{ subject: `zero/${day}/${agency}` }] }),
  'step.missed': stepCalls,
  'step.escalated': stepCalls,
  'step.done': ({ incidentId, step }) => ({
    stops: [{ subject: stepSubject(incidentId, step.step, step.round) }],
  }),
}

function alertCall(
  occasion: Occasion,
  alert: { id: string; agency: string; rung: number; version: number; dueAt: string },
  ground: Ground,
): Call {
  return callForAlert(occasion, alert, ground?.grade ?? 'watch')
}

function duty(occasion: Occasion, agency: string, subject: string, dueAt: string | null = null): Call {
  return callForLevel(occasion, { agency, level: 0, subject, dueAt })
}

function atLevel(
  occasion: Occasion,
  agency: string,
  level: number,
  subject: string,
  dueAt: string | null,
): Call {
  return callForLevel(occasion, { agency, level, subject, dueAt })
}

function office(occasion: Occasion, subject: string): Call {
  return { ...duty(occasion, officeAgency, subject), rungs: ['office'], ladderRung: null }
}

function released(id: string): Consequence {
  return { stops: [{ subject: `release/${id}` }] }
}

function firstLineOf(ground: Ground): string[] {
  return ground?.agencies ?? []
}

function stepCalls({ incidentId, step, owners, rung, groupLeader }: EventData<'step.missed'>): Consequence {
  const subject = stepSubject(incidentId, step.step, step.round)
  const calls = owners.map((agency) => {
    const call = atLevel('step', agency, rung, subject, step.dueAt)
    return groupLeader ? { ...call, rungs: [...call.rungs, 'group_leader' as const] } : call
  })
  return { calls }
}

function stepSubject(incidentId: string, step: string, round: number | undefined): string {
  return `step/${incidentId}/${step}-${round ?? 0}`
}
