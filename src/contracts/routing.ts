import { z } from 'zod'
import { type RouteLine, routeSigns, sectors } from '#domain/routing/route-tree.ts'
import { editionView, routeEntryView } from './grading.ts'
import { gradeReasonView, gradeView } from './views.ts'

const words = z.array(z.string().trim().min(2).max(20)).max(60)

const matcher = z.discriminatedUnion('on', [
  z.object({ on: z.literal('sector'), any: z.array(z.enum(sectors)).max(sectors.length) }),
  z.object({ on: z.literal('sign'), any: z.array(z.enum(routeSigns)).max(routeSigns.length) }),
  z.object({ on: z.literal('place'), any: z.array(z.string().max(12)).max(100) }),
  z.object({ on: z.literal('words'), any: words }),
  z.object({
    on: z.literal('atLeast'),
    fact: z.enum(['workers', 'amountYuan']),
    value: z.number().int().min(1).max(1e12),
  }),
])

export const routeLine: z.ZodType<RouteLine> = z.lazy(() =>
  z.object({
    id: z.string().regex(/^[\w-]{1,40}$/),
    name: z.string().trim().min(2).max(40),
    when: z.array(matcher).max(8),
    tell: z.array(z.object({ agency: z.string().max(20), kind: z.string().max(40) })).max(40),
    goOn: z.boolean(),
    off: z.boolean(),
    lines: z.array(routeLine).max(60),
  }),
)

const lines = z.array(routeLine).max(60)
const why = z.string().trim().min(2).max(200)

export const routesView = z.object({
  version: z.number().int(),
  lines,
  versions: z.array(editionView),
  /** Kinds of duty by name, and the sentence each agency's rests on. */
  kinds: z.record(z.string(), z.string()),
  duties: z.record(z.string(), z.record(z.string(), z.object({ as: z.string(), basis: z.string() }))),
})
export type RoutesView = z.infer<typeof routesView>

export const saveRoutesInput = z.object({ lines, why, basedOn: z.number().int() })

export const tryRoutesInput = z.object({
  lines,
  text: z.string().max(20_000),
  /** Facts put in by hand; they win over what is read from the text. */
  workers: z.number().int().min(1).max(1_000_000).nullable().default(null),
  amountYuan: z.number().int().min(1).max(1e12).nullable().default(null),
  online: z.boolean().default(true),
})

/** What would come of a message: whom it goes to, by which line and sentence, and its grade. */
export const triedRouteView = z.object({
  body: z.string(),
  /** Whether it would open an incident at all. */
  flagged: z.boolean(),
  place: z.string().nullable(),
  sector: z.string().nullable(),
  grade: gradeView,
  gradeReason: gradeReasonView,
  route: z.array(routeEntryView),
})
export type TriedRouteView = z.infer<typeof triedRouteView>
