import { z } from 'zod'
import { evidenceKinds } from '#domain/verification/verification.ts'
import { dayText } from './ledger.ts'
import { transferView } from './proceedings.ts'
import { instant } from './views.ts'

/** 移送函 from what was verified, kept in the ledger or served; what nobody has verified is null. */
export const transferLetterView = z.object({
  transfer: transferView,
  incidentNumber: z.string(),
  place: z.string().nullable(),
  /** Agency that hands over. */
  from: z.string().nullable(),
  employer: z.string().nullable(),
  verifiedOn: dayText.nullable(),
  /** 核查经过 and the causes as verified. */
  course: z.string().nullable(),
  causes: z.array(z.string()),
  workers: z.number().int().nullable(),
  owedYuan: z.number().nullable(),
  paidYuan: z.number().nullable(),
  leftYuan: z.number().nullable(),
  /** What was noted at the hand-over, else what the verification rests on. */
  evidence: z.array(z.object({ kind: z.enum(evidenceKinds).nullable(), text: z.string() })),
  at: instant,
})
export type TransferLetterView = z.infer<typeof transferLetterView>

export const readTransferLetterInput = z.object({ transferId: z.uuid() })
