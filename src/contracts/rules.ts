import { z } from 'zod'
import { evidenceSpan } from './post-view.ts'
import { choiceView } from './review.ts'
import { instant, personView } from './views.ts'

/** What its words do to a message (domain notes §4.2). */
export const groupRule = z.enum([
  'arrears',
  'wage',
  'pay',
  'owing',
  'payout',
  'ask',
  'money',
  'worker',
  'labour',
  'employer',
  'collapse',
  'collective',
  'danger',
  'channel',
  'hearsay',
  'settled',
  'still',
  'negation',
  'object',
  'confuser',
  'buyer',
  'hint',
  'pension',
])

const day = z.iso.date()
const weight = z.number().min(-10).max(10)
const kind = z.string().max(40).optional()
const term = z.string().trim().min(1).max(40)

export const ruleEdition = z.object({
  words: z.array(z.object({ term, rule: groupRule, weight, kind, addedOn: day })).max(500),
  withdrawn: z.array(z.object({ term, rule: groupRule, withdrawnOn: day })).max(500),
  patterns: z
    .array(
      z.object({ pattern: z.string().trim().min(1).max(1_000), rule: groupRule, weight, kind, addedOn: day }),
    )
    .max(50),
  thresholds: z
    .object({
      probability: z.object({
        flagged: z.number().min(0.01).max(0.99),
        doubtful: z.number().min(0.01).max(0.99),
        vetoed: z.number().min(0).max(0.99),
      }),
      score: z.object({ flagged: z.number().min(1).max(20), doubtful: z.number().min(1).max(20) }),
    })
    .nullable(),
})

export const rulesView = z.object({
  activeVersion: z.number().int(),
  edition: ruleEdition,
  /** As the product has them. */
  thresholds: ruleEdition.shape.thresholds.unwrap(),
  groups: z.array(
    z.object({
      rule: groupRule,
      weight: z.number(),
      kind: z.string().nullable(),
      terms: z.array(z.string()),
      patterns: z.array(z.string()),
    }),
  ),
  versions: z.array(
    z.object({
      version: z.number().int(),
      edition: ruleEdition,
      madeAt: instant,
      madeBy: personView.nullable(),
      why: z.string(),
      active: z.boolean(),
    }),
  ),
  history: z.array(choiceView),
})
export type RulesView = z.infer<typeof rulesView>

export const tryRulesInput = z.object({ edition: ruleEdition, text: z.string().max(20_000) })

export const triedReading = z.object({
  flagged: z.boolean(),
  label: z.string(),
  score: z.number(),
  probability: z.number().nullable(),
  reasons: z.array(z.object({ rule: z.string(), words: z.string(), weight: z.number() })),
  spans: z.array(evidenceSpan),
})
export type TriedReading = z.infer<typeof triedReading>

/** The masked text as it is read now and as it would be read. */
export const triedRules = z.object({ body: z.string(), before: triedReading, after: triedReading })
export type TriedRules = z.infer<typeof triedRules>

export const dryRunInput = z.object({ edition: ruleEdition })

const example = z.object({
  postId: z.string(),
  headline: z.string(),
  /** Null where the reader may not see the text of posts. */
  body: z.string().nullable(),
  receivedAt: instant,
  before: z.string(),
  after: z.string(),
})

export const dryRunView = z.object({
  posts: z.number().int(),
  days: z.number().int(),
  /** True when there were more posts than are read in one run; the newest are read. */
  cut: z.boolean(),
  newHits: z.number().int(),
  lostHits: z.number().int(),
  otherChanges: z.number().int(),
  microsecondsBefore: z.number(),
  microsecondsAfter: z.number(),
  examples: z.array(example),
})
export type DryRunView = z.infer<typeof dryRunView>

export const saveRulesInput = z.object({
  edition: ruleEdition,
  why: z.string().trim().min(2).max(200),
  /** The version the edition was made on; another one saved since is not overwritten unseen. */
  basedOn: z.number().int(),
})
export const rollBackRulesInput = z.object({
  version: z.number().int().min(0),
  why: z.string().trim().min(2).max(200),
})
