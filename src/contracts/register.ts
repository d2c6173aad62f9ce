import { z } from 'zod'
import { gradeView, incidentView, instant } from './views.ts'

/** closed: ended by a decision or cleared from a drill's stage · merged: its posts stand in another one. */
export const registerStates = ['open', 'closed', 'merged'] as const
export const registerSorts = ['opened', 'changed'] as const

const key = z.string().regex(/^[a-z0-9_]{2,20}$/)
const day = z.iso.date()

/** What the register is narrowed to, as it stands in its address; a part nobody understands narrows nothing. */
export const registerFilters = z.object({
  state: z.enum(registerStates).optional().catch(undefined),
  grade: gradeView.optional().catch(undefined),
  /** Key of a territory on the route. */
  territory: key.optional().catch(undefined),
  /** Kind of duty on the route: construction, transport, water, factory … */
  kind: key.optional().catch(undefined),
  /** Key of an agency that owes its acceptance. */
  unaccepted: key.optional().catch(undefined),
  overdue: z.literal('1').optional().catch(undefined),
  /** First and last day of opening, in Asia/Shanghai. */
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  /** Employer, site, place, headline or number; never the text of a post. */
  words: z.string().trim().min(1).max(100).optional().catch(undefined),
  sort: z.enum(registerSorts).default('opened').catch('opened'),
})
export type RegisterFilters = z.output<typeof registerFilters>

export const readRegisterInput = registerFilters.extend({
  cursor: z.string().max(200).optional(),
})
export type ReadRegister = z.output<typeof readRegisterInput>

export const registerRowView = z.object({
  incident: incidentView,
  /** The latest that was done or came in; opening where nothing has since. */
  changedAt: instant,
  closedAt: instant.nullable(),
  /** Number and id of the incident that holds its posts now. */
  mergedInto: z.object({ id: z.string(), number: z.string() }).nullable(),
})
export type RegisterRowView = z.infer<typeof registerRowView>

const counts = z.record(z.string(), z.number().int())

/** How many each choice of a filter would show, the other filters standing as they are. */
export const registerCountsView = z.object({
  shown: z.number().int(),
  state: counts,
  grade: counts,
  territory: counts,
  kind: counts,
  unaccepted: counts,
  overdue: z.number().int(),
  /** Such incidents outside the reader's route, of whom nothing but their number is told. */
  elsewhere: z.number().int(),
})
export type RegisterCountsView = z.infer<typeof registerCountsView>

export const registerView = z.object({
  at: instant,
  rows: z.array(registerRowView),
  /** Asks for what comes below; null at the end. */
  next: z.string().nullable(),
  /** With the first page only. */
  counts: registerCountsView.nullable(),
})
export type RegisterView = z.infer<typeof registerView>
