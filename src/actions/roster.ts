'use server'
import { z } from 'zod'
import { rollBackInput } from '#contracts/grading.ts'
import {
  answerShiftInput,
  offerShiftInput,
  previewRosterInput,
  readRosterInput,
  saveHoursInput,
  saveRosterInput,
  signedHandoverInput,
} from '#contracts/roster.ts'
import { answerShiftHandover as carryOutAnswer } from '#use-cases/answer-shift-handover.ts'
import type { Context } from '#use-cases/context.ts'
import { offerShiftHandover as carryOutOffer } from '#use-cases/offer-shift-handover.ts'
import { previewRoster as carryOutPreview } from '#use-cases/preview-roster.ts'
import { readDuty as carryOutDuty } from '#use-cases/read-duty.ts'
import { readRoster as carryOutRead } from '#use-cases/read-roster.ts'
import { readShift as carryOutShift, readSignedHandover as carryOutSigned } from '#use-cases/read-shift.ts'
import { rollBackEdition } from '#use-cases/roll-back-edition.ts'
import { saveEdition } from '#use-cases/save-edition.ts'
import { saveRoster as carryOutSave } from '#use-cases/save-roster.ts'
import { command, query } from './command.ts'

export const readDuty = query(z.undefined(), carryOutDuty)
export const readRoster = query(readRosterInput, carryOutRead)
export const previewRoster = query(previewRosterInput, carryOutPreview)
export const saveRoster = command(saveRosterInput, carryOutSave)
export const saveShiftHours = command(saveHoursInput, carryOutSaveHours)
export const rollBackShiftHours = command(rollBackInput, carryOutRollBackHours)
export const readShift = query(z.undefined(), carryOutShift)
export const readSignedHandover = query(signedHandoverInput, carryOutSigned)
export const offerShiftHandover = command(offerShiftInput, carryOutOffer)
export const answerShiftHandover = command(answerShiftInput, carryOutAnswer)

async function carryOutSaveHours(context: Context, input: z.output<typeof saveHoursInput>) {
  return saveEdition(context, 'shifts', input)
}

async function carryOutRollBackHours(context: Context, input: z.output<typeof rollBackInput>) {
  return rollBackEdition(context, 'shifts', input)
}
