import { z } from 'zod'
import { moneySources } from '#domain/ledger/ledger.ts'
import { instant, personView } from './views.ts'

/** A day in Asia/Shanghai, 2026-11-23. */
export const dayText = z.iso.date()
/** Yuan with at most two decimals; a trillion is more than any arrears. */
const yuan = z.number().positive().max(1e12).multipleOf(0.01)
const reference = z.string().trim().min(2).max(200)

export const enterLedgerInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('owed'),
    incidentId: z.uuid(),
    yuan,
    workers: z.number().int().min(1).max(1_000_000),
    reference,
    on: dayText,
  }),
  z.object({
    kind: z.literal('paid'),
    incidentId: z.uuid(),
    yuan,
    workers: z.number().int().min(1).max(1_000_000).nullable(),
    source: z.enum(moneySources),
    reference,
    on: dayText,
  }),
  z.object({ kind: z.literal('recovered'), incidentId: z.uuid(), yuan, reference, on: dayText }),
])
export type EnterLedger = z.infer<typeof enterLedgerInput>

export const reverseEntryInput = z.object({ incidentId: z.uuid(), entryId: z.uuid(), reason: reference })

export const signPlanInput = z.object({
  incidentId: z.uuid(),
  signedOn: dayText,
  enforceable: z.boolean(),
  instalments: z.array(z.object({ dueOn: dayText, yuan })).max(100),
})
export type SignPlan = z.infer<typeof signPlanInput>

export const ledgerEntryView = z.object({
  id: z.string(),
  kind: z.enum(['owed', 'paid', 'recovered', 'reversed']),
  yuan: z.number(),
  workers: z.number().int().nullable(),
  source: z.enum(moneySources).nullable(),
  reference: z.string(),
  on: dayText,
  at: instant,
  by: personView,
  /** Taken back by a later entry, which is shown beside it. */
  reversed: z.boolean(),
})
export type LedgerEntryView = z.infer<typeof ledgerEntryView>

export const balanceView = z.object({
  known: z.boolean(),
  owedYuan: z.number(),
  paidYuan: z.number(),
  leftYuan: z.number(),
  workersOwed: z.number().int().nullable(),
  workersPaid: z.number().int(),
  advancedYuan: z.number(),
})
export type BalanceView = z.infer<typeof balanceView>

export const planView = z.object({
  id: z.string(),
  signedOn: dayText,
  enforceable: z.boolean(),
  instalments: z.array(
    z.object({
      dueOn: dayText,
      yuan: z.number(),
      paidYuan: z.number(),
      state: z.enum(['kept', 'running', 'missed']),
    }),
  ),
})
export type PlanView = z.infer<typeof planView>

/** One incident's own ledger. */
export const bookView = z.object({
  incidentId: z.string(),
  number: z.string(),
  balance: balanceView,
  entries: z.array(ledgerEntryView),
  plan: planView.nullable(),
})
export type BookView = z.infer<typeof bookView>

export const ledgerView = z.object({
  /** All books added up. */
  balance: balanceView,
  /** Its own first, then those of incidents merged into it. */
  books: z.array(bookView),
  mayKeep: z.boolean(),
})
export type LedgerView = z.infer<typeof ledgerView>

/** What happens to the money of an incident. */
export const ledgerEvents = {
  'ledger.entered': z.object({
    incidentId: z.string(),
    entry: ledgerEntryView,
    balance: balanceView,
    by: personView,
  }),
  'plan.signed': z.object({ incidentId: z.string(), plan: planView, by: personView }),
  'instalment.missed': z.object({
    incidentId: z.string(),
    dueOn: dayText,
    yuan: z.number(),
    /** Of its sum, what did not come. */
    missingYuan: z.number(),
  }),
} as const
