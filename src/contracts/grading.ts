import { z } from 'zod'
import { countFacts, type GradeRules, modifiers, signFacts } from '#domain/grading/rules.ts'
import { mostLines } from '#domain/grading/rules-problem.ts'
import { notsStir, type StatedFact, statedCounts, statedSigns } from '#domain/grading/stated-facts.ts'
import { releaseView } from './release.ts'
import { gradeReasonView, gradeView, incidentView, instant, personView } from './views.ts'

/** Danger to life has a sound of its own, which quiet hours do not silence. */
export const soundClass = z.literal('life')

export const regradeIncidentInput = z.object({
  incidentId: z.uuid(),
  grade: gradeView,
  /** The proposal the officer saw. */
  seen: gradeView,
  reason: z.string().trim().max(500).nullable().default(null),
})

export const statedFact = z.enum([...statedCounts, ...statedSigns] as [StatedFact, ...StatedFact[]])

/** Null takes back what was stated. */
export const stateFactInput = z.object({
  incidentId: z.uuid(),
  fact: statedFact,
  value: z.union([z.boolean(), z.number().int().min(0).max(1e12)]).nullable(),
})

export const endDangerInput = z.object({
  incidentId: z.uuid(),
  note: z.string().trim().max(500).nullable().default(null),
})

export const routeByHandInput = z.object({
  incidentId: z.uuid(),
  agency: z.string().max(20),
  /** The duty of the founding document it is told by. */
  kind: z.string().max(40),
  reason: z.string().trim().min(4).max(500),
})

export const regradedView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('decided'), incident: incidentView }),
  /** A grade Ⅰ waits for a second person. */
  z.object({ state: z.literal('asked'), release: releaseView }),
])
export type RegradedView = z.infer<typeof regradedView>

export const decisionView = z.object({
  grade: gradeView,
  proposed: gradeView,
  reason: z.string().nullable(),
  by: personView,
  at: instant,
})
export type DecisionView = z.infer<typeof decisionView>

export const routeEntryView = z.object({
  agency: z.string(),
  rule: z.string(),
  /** The line's name; null for what a person added. */
  line: z.string().nullable(),
  /** 网上欠薪诉求; null where it was not kept. */
  kind: z.string().nullable(),
  basis: z.string(),
  by: personView.nullable(),
  reason: z.string().nullable(),
  at: instant.nullable(),
})
export type RouteEntryView = z.infer<typeof routeEntryView>

/** How an incident was graded and routed, and by whom. */
export const assessmentView = z.object({
  grade: gradeView,
  proposal: z.object({ grade: gradeView, reason: gradeReasonView }),
  decision: decisionView.nullable(),
  standing: z.enum(['proposed', 'decided', 'overtaken']),
  stated: z.array(
    z.object({
      fact: z.union([statedFact, z.literal(notsStir)]),
      value: z.union([z.number(), z.boolean()]),
      by: personView,
      at: instant,
    }),
  ),
  dangerOver: z.object({ by: personView, at: instant, note: z.string().nullable() }).nullable(),
  route: z.array(routeEntryView),
  /** Who could be added by hand, with the kinds of duty each has. */
  others: z.array(
    z.object({
      agency: z.string(),
      duties: z.array(z.object({ kind: z.string(), name: z.string(), basis: z.string() })),
    }),
  ),
})
export type AssessmentView = z.infer<typeof assessmentView>

const limit = z.number().int().min(1).max(1e12)
const graded = z.enum(['I', 'II', 'III', 'IV'])

export const gradeRules = z.object({
  lines: z
    .array(
      z.object({
        id: z.string().regex(/^[\w-]{1,40}$/),
        grade: graded,
        when: z.union([
          z.object({ fact: z.enum(countFacts), atLeast: limit, onProject: limit.nullable() }),
          z.object({ fact: z.enum(signFacts) }).strict(),
        ]),
        off: z.boolean(),
      }),
    )
    .max(mostLines),
  modifiers: z.record(z.enum(modifiers), z.boolean()),
  protectedKm: z.number().min(0.5).max(50),
  protectedEvents: z
    .array(
      z.object({
        name: z.string().trim().min(2).max(40),
        from: z.iso.date(),
        to: z.iso.date(),
        placeCode: z.string().max(12),
      }),
    )
    .max(50),
  generalPlan: z.object({ gathered: limit, dead: limit }),
}) satisfies z.ZodType<GradeRules>

/** One saved version of rules; 0 is the product's own. */
export const editionView = z.object({
  version: z.number().int(),
  madeAt: instant.nullable(),
  madeBy: personView.nullable(),
  why: z.string(),
  wentBackTo: z.number().int().nullable(),
  active: z.boolean(),
})
export type EditionView = z.infer<typeof editionView>

const why = z.string().trim().min(2).max(200)

export const gradesView = z.object({
  version: z.number().int(),
  rules: gradeRules,
  versions: z.array(editionView),
  /** How far the open incidents have been proposed anew by the version in force; null before anybody has begun. */
  regrading: z
    .object({ looked: z.number().int(), changed: z.number().int(), finished: z.boolean() })
    .nullable(),
  /** Towns and counties an event can be held in. */
  places: z.array(z.object({ code: z.string(), name: z.string() })),
})
export type GradesView = z.infer<typeof gradesView>

export const saveGradesInput = z.object({ rules: gradeRules, why, basedOn: z.number().int() })
export const rollBackInput = z.object({ version: z.number().int().min(0), why })
export const dryRunGradesInput = z.object({ rules: gradeRules })

export const gradesDryRunView = z.object({
  incidents: z.number().int(),
  open: z.number().int(),
  days: z.number().int(),
  /** There were more than are looked at in one run; the newest are. */
  cut: z.boolean(),
  /** Open ones that will be proposed anew once the rules are saved. */
  reproposed: z.number().int(),
  raised: z.number().int(),
  lowered: z.number().int(),
  changes: z.array(
    z.object({
      incidentId: z.string(),
      number: z.string(),
      headline: z.string(),
      open: z.boolean(),
      /** A person's word stands there, which no rule changes. */
      decided: z.boolean(),
      before: gradeView,
      after: gradeView,
      reason: gradeReasonView,
    }),
  ),
})
export type GradesDryRunView = z.infer<typeof gradesDryRunView>

export const gradingEvents = {
  /** A person confirmed, raised or lowered the grade. */
  'incident.grade_decided': z.object({
    incident: incidentView,
    from: gradeView,
    to: gradeView,
    kind: z.enum(['confirmed', 'raised', 'lowered']),
    reason: z.string().nullable(),
    by: personView,
    /** Who let go of a grade Ⅰ set or lowered by hand. */
    secondBy: personView.nullable(),
  }),
  /** Other rules propose another grade; what a person said stands. */
  'incident.reproposed': z.object({
    incident: incidentView,
    from: gradeView,
    to: gradeView,
    /** Version of the grade rules. */
    edition: z.number().int(),
  }),
  'incident.fact_stated': z.object({
    incident: incidentView,
    fact: statedFact,
    value: z.union([z.number(), z.boolean()]).nullable(),
    by: personView,
  }),
  'incident.routed_by_hand': z.object({
    incident: incidentView,
    agency: z.string(),
    kind: z.string(),
    reason: z.string(),
    by: personView,
  }),
  /** A life is in danger: before any office, 110, 119 and 120. */
  'incident.alarmed': z.object({ incident: incidentView, danger: z.array(z.string()), sound: soundClass }),
  /** The scene is calm; the wages are still owed. */
  'incident.calmed': z.object({ incident: incidentView, note: z.string().nullable(), by: personView }),
  'grade_rules.changed': z.object({ version: z.number().int(), why: z.string(), by: personView.nullable() }),
  'seasons.changed': z.object({ version: z.number().int(), why: z.string(), by: personView.nullable() }),
  'response_rules.changed': z.object({
    version: z.number().int(),
    why: z.string(),
    by: personView.nullable(),
  }),
  'route_rules.changed': z.object({ version: z.number().int(), why: z.string(), by: personView.nullable() }),
} as const
