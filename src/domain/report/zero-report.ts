import { ownersOfStep } from '#domain/incident/step-duty.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { incidentsOf } from './daily-figures.ts'
import type { FoundForReport } from './found-for-report.ts'

/** What one unit's day looks like in the log: what its duty officer confirms, or corrects by a note. */
export type UnitCounts = {
  /** New incidents on its route. */
  opened: number
  closed: number
  /** Open incidents on its route. */
  open: number
  /** Incidents that wait for its acceptance. */
  unaccepted: number
  /** Steps and tasks of its own past due. */
  overdue: number
}

/** The counts of one unit, from what a daily report of this moment would be made of. */
export function unitCounts(found: FoundForReport, agency: string): UnitCounts {
  const { incidents, happened, unaccepted, steps, tasks } = found
  const ofUnit = new Map(incidents.filter(({ route }) => route.includes(agency)).map((one) => [one.id, one]))
  const late = steps.filter(({ incidentId, step }) => {
    const incident = ofUnit.get(incidentId)
    return incident !== undefined && ownersOfStep(step, incident).includes(agency)
  })
  return {
    opened: incidentsOf(happened, 'opened', ofUnit).length,
    closed: incidentsOf(happened, 'closed', ofUnit).length,
    open: [...ofUnit.values()].filter(({ open }) => open).length,
    unaccepted: unaccepted.filter((one) => one.agency === agency).length,
    overdue: late.length + tasks.filter((one) => one.agency === agency).length,
  }
}

/** 「当日无异常情况」: nothing new, nothing that waits and nothing overdue; what is under way may be. */
export function isNothingToReport({ opened, unaccepted, overdue }: UnitCounts): boolean {
  return opened === 0 && unaccepted === 0 && overdue === 0
}

/** An officer speaks for the counts that were on the screen; if they have moved since, or are no zero, nothing is reported. */
export function admitZeroReport(
  { zero, seen }: { zero: boolean; seen: UnitCounts },
  now: UnitCounts,
): Result<true, 'figures_changed' | 'not_nothing'> {
  const keys = Object.keys(now) as (keyof UnitCounts)[]
  if (keys.some((key) => now[key] !== seen[key])) return refusal('figures_changed')
  if (zero && !isNothingToReport(now)) return refusal('not_nothing')
  return ok(true)
}

/** One unit in a daily report: 零报告, 已报, 未报; never filled in for it. */
export type UnitDay = {
  agency: string
  state: 'zero' | 'reported' | 'missing'
  /** ISO 8601. */
  at: string | null
  /** The post that spoke, never a name. */
  post: string | null
  /** Said after the day was closed. */
  late: boolean
  counts: UnitCounts | null
  note: string | null
  /** Sources that were silent then: a zero of the blind says little. */
  silentSources: number
}

export type SaidZero = Omit<UnitDay, 'state' | 'counts' | 'silentSources'> & {
  zero: boolean
  counts: UnitCounts
  silentSources: number
}

/** Every unit that is asked, in their order, with its last word of the day. */
export function unitDays(units: readonly string[], said: readonly SaidZero[]): UnitDay[] {
  return units.map((agency) => {
    const last = said.findLast((one) => one.agency === agency)
    if (!last) {
      return {
        ...{ agency, state: 'missing', at: null, post: null, late: false, counts: null, note: null },
        silentSources: 0,
      }
    }
    const { zero, ...rest } = last
    return { ...rest, state: zero ? 'zero' : 'reported' }
  })
}
