import type { Step } from '#domain/clock/limits.ts'
import { ownersOfStep } from '#domain/incident/step-duty.ts'
import { firstLineAgencies } from '#domain/permission.ts'
import type { FoundForReport, Happened, OrderNumber, ReportedIncident } from './found-for-report.ts'
import { median } from './median.ts'
import { type MoneyFigures, moneyFigures } from './money-figures.ts'

/** How many of one kind; `key` is a grade, an agency, a sector … */
export type Count = { key: string; count: number }

/** An incident named in a report: as its headline names it, and only to those who may see it. */
export type NamedIncident = { incidentId: string; number: string; headline: string; route: string[] }

export type OverdueLine = NamedIncident & {
  agencies: string[]
  /** A step of the incident, or the kind of a task. */
  what: Step | string
  dueAt: string
}
/** An agency that nobody accepted for, the longest of the period; `accepted` when it has meanwhile. */
export type MissingLine = NamedIncident & { agency: string; seconds: number; accepted: boolean }
export type SupervisedLine = NamedIncident & {
  unit: string | null
  order: OrderNumber | null
  dueAt: string | null
  late: boolean
}

export type DailyFigures = {
  posts: { total: number; byChannel: Count[] }
  opened: { total: number; byGrade: Count[]; byTerritory: Count[]; byKind: Count[]; bySign: Count[] }
  open: { total: number; byGrade: Count[]; inDanger: number }
  closed: number
  reopened: number
  merged: number
  accepted: { total: number; medianSeconds: number | null; byAgency: AgencyAcceptance[] }
  unaccepted: number
  longest: MissingLine | null
  overdue: { steps: Overdue; tasks: Overdue }
  supervised: { opened: number; struckOff: number; running: number; late: number; lines: SupervisedLine[] }
  replies: { total: number; byKind: Count[]; owed: number }
  money: MoneyFigures
  transfers: { started: number; handedOver: number; replied: number; running: number; overdue: number }
  sources: { total: number; silent: { name: string; since: string | null }[] }
  delivery: { unreachable: number; undelivered: number }
}
export type AgencyAcceptance = {
  agency: string
  accepted: number
  medianSeconds: number | null
  missing: number
}
export type Overdue = { total: number; lines: OverdueLine[] }

/** A report names so many; the total counts all. */
const linesNamed = 30

const grades = ['I', 'II', 'III', 'IV', 'watch'] as const

/** The figures of a day, from the log of the period and the tables as they stand. */
export function dailyFigures(found: FoundForReport): DailyFigures {
  const { incidents, happened, posts, sources } = found
  const byId = new Map(incidents.map((one) => [one.id, one]))
  const opened = incidentsOf(happened, 'opened', byId)
  const open = incidents.filter((one) => one.open)
  const replies = happened.flatMap((one) => (one.what === 'replied' ? [one.kind] : []))
  return {
    posts: { total: sum(posts.map(({ count }) => count)), byChannel: posts },
    opened: {
      total: opened.length,
      byGrade: inOrder(counted(opened.map(({ grade }) => grade)), grades),
      byTerritory: counted(opened.map(({ territory }) => territory ?? 'unknown')),
      byKind: counted(opened.map(({ sector }) => sector ?? 'other')),
      bySign: counted(opened.flatMap(({ signs }) => signs)),
    },
    open: {
      total: open.length,
      byGrade: inOrder(counted(open.map(({ grade }) => grade)), grades),
      inDanger: open.filter(({ signs }) => signs.includes('danger')).length,
    },
    closed: incidentsOf(happened, 'closed', byId).length,
    reopened: incidentsOf(happened, 'reopened', byId).length,
    merged: countOf(happened, 'merged'),
    ...acceptances(found, byId),
    overdue: {
      steps: overdueSteps(found, byId),
      tasks: overdueOf(
        found.tasks.map(({ agency, kind, ...task }) => ({ ...task, what: kind, agencies: [agency] })),
        byId,
      ),
    },
    supervised: supervised(found, byId),
    replies: {
      total: replies.length,
      byKind: counted(replies),
      owed: open.filter(({ signs, answered }) => signs.includes('public_claim') && !answered).length,
    },
    money: moneyFigures(found),
    transfers: transfers(found),
    sources: {
      total: sources.total,
      silent: sources.silent.map(({ name, since }) => ({ name, since: since?.toISOString() ?? null })),
    },
    delivery: {
      unreachable: countOf(happened, 'unreachable'),
      undelivered: countOf(happened, 'undelivered'),
    },
  }
}

type ById = ReadonlyMap<string, ReportedIncident>

/** Each incident once, however often it was told of. */
export function incidentsOf(
  happened: readonly Happened[],
  what: Happened['what'],
  byId: ById,
): ReportedIncident[] {
  const ids = new Set(
    happened.flatMap((one) => (one.what === what && one.incidentId ? [one.incidentId] : [])),
  )
  return [...ids].flatMap((id) => byId.get(id) ?? [])
}

function acceptances({ at, happened, unaccepted }: FoundForReport, byId: ById) {
  const accepted = happened.flatMap((one) => (one.what === 'accepted' ? [one] : []))
  const secondsOf = (agency: string) =>
    accepted.filter((one) => one.agency === agency).map(({ seconds }) => seconds)
  const waits = [
    ...accepted.map(({ incidentId, agency, seconds }) => ({ incidentId, agency, seconds, accepted: true })),
    ...unaccepted.map(({ incidentId, agency, since }) => ({
      ...{ incidentId, agency, accepted: false },
      seconds: Math.max(0, Math.round((at.getTime() - since.getTime()) / 1_000)),
    })),
  ].sort((one, other) => other.seconds - one.seconds || placeOnRoute(one, byId) - placeOnRoute(other, byId))
  const longest = waits.find(({ incidentId }) => incidentId !== null && byId.has(incidentId))
  const incident = longest?.incidentId ? byId.get(longest.incidentId) : undefined
  return {
    accepted: {
      total: accepted.length,
      medianSeconds: median(accepted.map(({ seconds }) => seconds)),
      byAgency: firstLineAgencies.map((agency) => ({
        agency,
        accepted: secondsOf(agency).length,
        medianSeconds: median(secondsOf(agency)),
        missing: unaccepted.filter((one) => one.agency === agency).length,
      })),
    },
    unaccepted: unaccepted.length,
    longest:
      longest && incident
        ? {
            ...named(incident),
            ...{ agency: longest.agency, seconds: longest.seconds, accepted: longest.accepted },
          }
        : null,
  }
}

/** Of agencies that waited equally long the first on the route is named. */
function placeOnRoute(
  { incidentId, agency }: { incidentId: string | null; agency: string },
  byId: ById,
): number {
  return byId.get(incidentId ?? '')?.route.indexOf(agency) ?? -1
}

function overdueSteps({ steps }: FoundForReport, byId: ById): Overdue {
  return overdueOf(
    steps.map(({ step, ...row }) => {
      const incident = byId.get(row.incidentId)
      return { ...row, what: step, agencies: incident ? ownersOfStep(step, incident) : [] }
    }),
    byId,
  )
}

function overdueOf(
  rows: readonly { incidentId: string; what: string; agencies: string[]; dueAt: Date }[],
  byId: ById,
): Overdue {
  const lines = rows
    .flatMap(({ incidentId, what, agencies, dueAt }) => {
      const incident = byId.get(incidentId)
      return incident ? [{ ...named(incident), what, agencies, dueAt: dueAt.toISOString() }] : []
    })
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
  return { total: rows.length, lines: lines.slice(0, linesNamed) }
}

function supervised({ at, happened, supervisions }: FoundForReport, byId: ById): DailyFigures['supervised'] {
  const lines = supervisions.flatMap(({ incidentId, unit, order, dueAt }) => {
    const incident = byId.get(incidentId)
    if (!incident) return []
    const late = dueAt !== null && dueAt < at
    return [{ ...named(incident), unit, order, dueAt: dueAt?.toISOString() ?? null, late }]
  })
  return {
    opened: countOf(happened, 'supervised'),
    struckOff: countOf(happened, 'struck_off'),
    running: supervisions.length,
    late: supervisions.filter(({ dueAt }) => dueAt !== null && dueAt < at).length,
    lines: lines.slice(0, linesNamed),
  }
}

function transfers({ at, happened, transfers: running }: FoundForReport): DailyFigures['transfers'] {
  const moved = (move: string) =>
    happened.filter((one) => one.what === 'transfer' && one.move === move).length
  return {
    started: moved('start'),
    handedOver: moved('hand_over'),
    replied: moved('reply'),
    running: running.length,
    overdue: running.filter(({ dueAt }) => dueAt !== null && dueAt < at).length,
  }
}

function named({ id, number, headline, route }: ReportedIncident): NamedIncident {
  return { incidentId: id, number, headline, route }
}

function countOf(happened: readonly Happened[], what: Happened['what']): number {
  return happened.filter((one) => one.what === what).length
}

/** Most first; equal ones by their key, so that the same facts make the same report. */
function counted(keys: readonly string[]): Count[] {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1))
}

function inOrder(counts: readonly Count[], order: readonly string[]): Count[] {
  return [...counts].sort((one, other) => order.indexOf(one.key) - order.indexOf(other.key))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
