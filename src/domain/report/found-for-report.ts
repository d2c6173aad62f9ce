import type { Step } from '#domain/clock/limits.ts'
import type { Grade } from '#domain/grading/grade.ts'
import type { LedgerEntry } from '#domain/ledger/ledger.ts'
import type { ReplyKind } from '#domain/reply/reply.ts'
import type { RouteSign, Sector } from '#domain/routing/route-tree.ts'

/** An incident as a report counts it; what was merged into another is not one of its own. */
export type ReportedIncident = {
  id: string
  number: string
  headline: string
  route: string[]
  /** Which keys of the route are territories. */
  territories: string[]
  /** The territory it lies in; null while the place is unknown. */
  territory: string | null
  grade: Grade
  /** Null for shops and services. */
  sector: Sector | null
  signs: RouteSign[]
  open: boolean
  /** A reply stands before the public, or was recorded. */
  answered: boolean
}

/** 督办〔2026〕3号 */
export type OrderNumber = { year: number; count: number }

/** What the log tells of a period, in its order. */
export type Happened =
  | {
      what: 'opened' | 'closed' | 'reopened' | 'merged' | 'supervised' | 'struck_off'
      incidentId: string | null
    }
  | { what: 'accepted'; incidentId: string | null; agency: string; seconds: number }
  | { what: 'replied'; incidentId: string | null; kind: ReplyKind }
  | { what: 'transfer'; incidentId: string | null; move: string }
  | { what: 'entered'; incidentId: string | null; entryId: string }
  | { what: 'unreachable' | 'undelivered'; incidentId: string | null }

/** Everything a daily report is made of, read at one moment. */
export type FoundForReport = {
  at: Date
  /** All open incidents, and those the period tells of. */
  incidents: ReportedIncident[]
  happened: Happened[]
  /** Posts that came to incidents, by the line they came on. */
  posts: { key: string; count: number }[]
  /** Alerts of open incidents that nobody holds, and since when. */
  unaccepted: { incidentId: string; agency: string; since: Date }[]
  /** Steps past due and not done, of open incidents and of those that owe a final report. */
  steps: { incidentId: string; step: Step; dueAt: Date }[]
  tasks: { incidentId: string; agency: string; kind: string; dueAt: Date }[]
  /** Supervised cases that run. */
  supervisions: { incidentId: string; unit: string | null; order: OrderNumber | null; dueAt: Date | null }[]
  transfers: { incidentId: string; dueAt: Date | null }[]
  /** The whole ledger of each incident, in the order of writing. */
  ledger: ReadonlyMap<string, readonly LedgerEntry[]>
  sources: { total: number; silent: { name: string; since: Date | null }[] }
}
