'use server'
import { readIncidentInput } from '#contracts/commands.ts'
import { enterLedgerInput, reverseEntryInput, signPlanInput } from '#contracts/ledger.ts'
import {
  acceptLegalAidInput,
  dateProceedingInput,
  moveTransferInput,
  openProceedingInput,
  referLegalAidInput,
  startTransferInput,
} from '#contracts/proceedings.ts'
import { readTransferLetterInput } from '#contracts/transfer-letter.ts'
import { acceptLegalAid as carryOutAcceptAid } from '#use-cases/accept-legal-aid.ts'
import { dateProceeding as carryOutDate } from '#use-cases/date-proceeding.ts'
import { enterLedger as carryOutEntry } from '#use-cases/enter-ledger.ts'
import { moveTransfer as carryOutMove } from '#use-cases/move-transfer.ts'
import { openProceeding as carryOutProceeding } from '#use-cases/open-proceeding.ts'
import { readLedger as carryOutReadLedger } from '#use-cases/read-ledger.ts'
import { readProceedings as carryOutReadProceedings } from '#use-cases/read-proceedings.ts'
import { readTransferLetter as carryOutReadLetter } from '#use-cases/read-transfer-letter.ts'
import { referLegalAid as carryOutReferral } from '#use-cases/refer-legal-aid.ts'
import { reverseEntry as carryOutReversal } from '#use-cases/reverse-entry.ts'
import { signPlan as carryOutPlan } from '#use-cases/sign-plan.ts'
import { startTransfer as carryOutStart } from '#use-cases/start-transfer.ts'
import { command, query } from './command.ts'

export const readLedger = query(readIncidentInput, carryOutReadLedger)
export const enterLedger = command(enterLedgerInput, carryOutEntry)
export const reverseEntry = command(reverseEntryInput, carryOutReversal)
export const signPlan = command(signPlanInput, carryOutPlan)

export const readProceedings = query(readIncidentInput, carryOutReadProceedings)
export const openProceeding = command(openProceedingInput, carryOutProceeding)
export const dateProceeding = command(dateProceedingInput, carryOutDate)
export const referLegalAid = command(referLegalAidInput, carryOutReferral)
export const acceptLegalAid = command(acceptLegalAidInput, carryOutAcceptAid)
export const startTransfer = command(startTransferInput, carryOutStart)
export const moveTransfer = command(moveTransferInput, carryOutMove)
export const readTransferLetter = query(readTransferLetterInput, carryOutReadLetter)
