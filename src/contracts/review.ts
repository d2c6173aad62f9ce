import { z } from 'zod'
import { evidenceSpan } from './post-view.ts'
import { gradeReasonView, gradeView, instant, personView, placeView, rangeView } from './views.ts'

/** What an officer says a doubtful post is. */
export const verdict = z.enum([
  'claim',
  'asking',
  'hearsay',
  'settled',
  'other_debt',
  'elsewhere',
  'not_ours',
])

/** What will happen when it is said to be a claim, as far as can be known before. */
export const foresight = z.object({
  grade: gradeView,
  gradeReason: gradeReasonView,
  route: z.array(z.string()),
  /** Seconds within which the alert must be accepted. */
  acceptSeconds: z.number(),
  /** The open incident it would join; null: a new one. */
  joins: z.object({ number: z.string(), headline: z.string() }).nullable(),
})
export type Foresight = z.infer<typeof foresight>

/** A doubtful post with all a person needs to judge it. */
export const reviewItem = z.object({
  postId: z.string(),
  sourceName: z.string(),
  channel: z.string(),
  publishedAt: instant.nullable(),
  receivedAt: instant,
  /** Masked; title and text in one string, as the spans count. */
  body: z.string(),
  label: z.enum(['claim', 'weak', 'hearsay', 'settled', 'other_debt', 'none']),
  elsewhere: z.boolean(),
  score: z.number(),
  /** By the model now in use; null where rules decide alone. */
  probability: z.number().nullable(),
  /** The rules that fired, heaviest first. */
  reasons: z.array(z.object({ rule: z.string(), words: z.string(), weight: z.number() })),
  spans: z.array(evidenceSpan.extend({ weight: z.number().nullable() })),
  facts: z.object({
    place: placeView.nullable(),
    workers: rangeView.nullable(),
    amountYuan: rangeView.nullable(),
    months: rangeView.nullable(),
    employer: z.string().nullable(),
  }),
  foresight,
  alike: z.array(z.object({ body: z.string(), verdict, judgedAt: instant })),
})
export type ReviewItem = z.infer<typeof reviewItem>

export const reviewQueue = z.object({
  at: instant,
  /** The event the queue is true up to. */
  lastEventId: z.number().int(),
  items: z.array(reviewItem),
  waiting: z.number().int(),
  judgedToday: z.number().int(),
  /** Probability from which a person must look, and from which a post is flagged without one; score from which a person must. */
  limits: z.object({ doubtful: z.number(), flagged: z.number(), score: z.number() }),
})
export type ReviewQueue = z.infer<typeof reviewQueue>

export const readReviewQueueInput = z.object({
  /** Posts this screen already has or has put off. */
  without: z.array(z.uuid()).max(500).default([]),
})

export const judgePostInput = z.object({ postId: z.uuid(), verdict })
export const undoJudgementInput = z.object({ postId: z.uuid() })

export const judgementView = z.object({ postId: z.string(), verdict, undoUntil: instant })
export type JudgementView = z.infer<typeof judgementView>

const score = z.object({
  precision: z.number(),
  recall: z.number(),
  f1: z.number(),
  right: z.number().int(),
  of: z.number().int(),
})

/** A trained model beside the one then in use. */
export const modelView = z.object({
  version: z.number().int(),
  madeAt: instant,
  madeBy: personView.nullable(),
  active: z.boolean(),
  trainedOn: z.number().int(),
  heldBack: z.number().int(),
  champion: score,
  challenger: score,
  disagreements: z.array(
    z.object({
      postId: z.string(),
      taught: z.union([z.literal(0), z.literal(1)]),
      champion: z.number(),
      challenger: z.number(),
      verdict: verdict.nullable(),
      /** Null where the text is not kept, or the reader may not see it. */
      body: z.string().nullable(),
    }),
  ),
})
export type ModelView = z.infer<typeof modelView>

export const choiceView = z.object({
  ruleSetVersion: z.number().int(),
  modelVersion: z.number().int(),
  chosenAt: instant,
  chosenBy: personView.nullable(),
  why: z.string(),
})
export type ChoiceView = z.infer<typeof choiceView>

export const modelsView = z.object({
  activeVersion: z.number().int(),
  seed: z.object({ messages: z.number().int(), positives: z.number().int() }),
  labels: z.object({
    toTrain: z.number().int(),
    heldBack: z.number().int(),
    claims: z.number().int(),
    others: z.number().int(),
    needed: z.number().int(),
  }),
  models: z.array(modelView),
  history: z.array(choiceView),
})
export type ModelsView = z.infer<typeof modelsView>

export const activateModelInput = z.object({ version: z.number().int().min(0) })
