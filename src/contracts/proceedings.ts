import { z } from 'zod'
import { proceedingKinds } from '#domain/proceeding/proceeding.ts'
import { dayText } from './ledger.ts'
import { instant, personView } from './views.ts'

const line = z.string().trim().min(2).max(200)
const count = z.number().int().min(1).max(1_000_000)
const yuan = z.number().min(0).max(1e12).multipleOf(0.01)

export const openProceedingInput = z.object({
  incidentId: z.uuid(),
  kind: z.enum(proceedingKinds),
  body: line,
  greenChannel: z.boolean().default(false),
  /** Both are asked for advance enforcement. */
  factsClear: z.boolean().default(false),
  hardship: z.boolean().default(false),
  on: dayText,
})
export type OpenProceeding = z.output<typeof openProceedingInput>

export const dateProceedingInput = z.object({
  proceedingId: z.uuid(),
  stage: z.string().max(40),
  on: dayText,
  version: z.number().int(),
})

export const referLegalAidInput = z.object({
  incidentId: z.uuid(),
  centre: line,
  people: count,
  on: dayText,
  /** The workers agreed to be referred. */
  consent: z.literal(true),
})
export const acceptLegalAidInput = z.object({ incidentId: z.uuid(), referralId: z.uuid(), on: dayText })

export const startTransferInput = z.object({
  incidentId: z.uuid(),
  workers: count,
  totalYuan: yuan,
  longestMonths: z.number().int().min(0).max(600),
  largestYuan: yuan,
})

export const moveTransferInput = z.object({
  transferId: z.uuid(),
  version: z.number().int(),
  what: z.discriminatedUnion('move', [
    z.object({ move: z.literal('serve_order'), orderNumber: line, servedOn: dayText, payBy: dayText }),
    z.object({
      move: z.literal('decide'),
      decision: z.enum(['hand_over', 'not_handed_over']),
      reason: line,
    }),
    z.object({
      move: z.literal('hand_over'),
      letterNumber: line,
      evidence: z.array(line).max(50),
      copyNumber: line.nullable(),
    }),
    z.object({ move: z.literal('reply'), reply: z.enum(['filed', 'refused']), note: line }),
    z.object({ move: z.literal('object') }),
    z.object({ move: z.literal('end'), reason: line }),
  ]),
})
export type MoveTransfer = z.output<typeof moveTransferInput>

export const proceedingView = z.object({
  id: z.string(),
  kind: z.enum(proceedingKinds),
  body: z.string(),
  greenChannel: z.boolean(),
  stages: z.array(z.object({ id: z.string(), on: dayText.nullable() })),
  /** The stage to come, and the stage whose limit runs out first. */
  next: z
    .object({
      stage: z.string(),
      due: z.string().nullable().default(null),
      dueOn: dayText.nullable(),
      overdue: z.boolean(),
    })
    .nullable(),
  /** What may be dated beside the next stage. */
  aside: z.array(z.string()).default([]),
  /** The stage that ended it before its way was through. */
  endedBy: z.string().nullable().default(null),
  version: z.number().int(),
})
export type ProceedingView = z.infer<typeof proceedingView>

export const legalAidView = z.object({
  id: z.string(),
  centre: z.string(),
  people: z.number().int(),
  referredOn: dayText,
  acceptedOn: dayText.nullable(),
  /** The centre decides within seven days (法律援助法 art. 43). */
  dueOn: dayText,
  overdue: z.boolean(),
})
export type LegalAidView = z.infer<typeof legalAidView>

export const transferState = z.enum([
  'checked',
  'ordered',
  'decided',
  'handed_over',
  'filed',
  'refused',
  'objected',
  'ended',
])

export const transferView = z.object({
  id: z.string(),
  state: transferState,
  line: z.enum(['one_worker', 'ten_workers']),
  orderNumber: z.string().nullable(),
  orderServedOn: dayText.nullable(),
  payBy: dayText.nullable(),
  decidedAt: instant.nullable(),
  decision: z.enum(['hand_over', 'not_handed_over']).nullable(),
  decisionReason: z.string().nullable(),
  letterNumber: z.string().nullable(),
  handedOverAt: instant.nullable(),
  evidence: z.array(z.string()),
  copyNumber: z.string().nullable(),
  repliedAt: instant.nullable(),
  reply: z.enum(['filed', 'refused']).nullable(),
  replyNote: z.string().nullable(),
  objectedAt: instant.nullable(),
  due: z
    .object({ what: z.enum(['decision', 'handing_over', 'reply', 'objection']), dueAt: instant })
    .nullable(),
  startedAt: instant,
  startedBy: personView,
  version: z.number().int(),
})
export type TransferView = z.infer<typeof transferView>

/** Number of the incident it was kept of, where that one was merged into this. */
const origin = { origin: z.string().nullable() }

export const proceedingsView = z.object({
  proceedings: z.array(proceedingView.extend(origin)),
  legalAid: z.array(legalAidView.extend(origin)),
  /** Those that run, or the last that ended. */
  transfers: z.array(transferView.extend(origin)),
  may: z.object({ keep: z.boolean(), transfer: z.boolean(), decide: z.boolean(), reply: z.boolean() }),
})
export type ProceedingsView = z.infer<typeof proceedingsView>

/** What happens before arbitrators, courts, legal aid and the police. */
export const proceedingEvents = {
  'proceeding.opened': z.object({ incidentId: z.string(), proceeding: proceedingView, by: personView }),
  'proceeding.dated': z.object({
    incidentId: z.string(),
    proceeding: proceedingView,
    stage: z.string(),
    on: dayText,
    by: personView,
  }),
  'proceeding.overdue': z.object({
    incidentId: z.string(),
    proceedingId: z.string(),
    kind: z.enum(proceedingKinds),
    stage: z.string(),
    dueOn: dayText,
    agency: z.string(),
  }),
  'legal_aid.referred': z.object({ incidentId: z.string(), referral: legalAidView, by: personView }),
  'legal_aid.accepted': z.object({ incidentId: z.string(), referral: legalAidView, by: personView }),
  'transfer.moved': z.object({
    incidentId: z.string(),
    transfer: transferView,
    move: z.enum(['start', 'serve_order', 'decide', 'hand_over', 'reply', 'object', 'end']),
    by: personView,
  }),
  'transfer.overdue': z.object({
    incidentId: z.string(),
    what: z.enum(['decision', 'handing_over', 'reply', 'objection']),
    dueAt: instant,
  }),
} as const
