'use server'
import { z } from 'zod'
import {
  acceptAlertInput,
  answerHandoverInput,
  escalateAlertInput,
  offerHandoverInput,
  reportProgressInput,
  returnAlertInput,
  snoozeAlertInput,
} from '#contracts/lease.ts'
import { acceptAlert as carryOutAccept } from '#use-cases/accept-alert.ts'
import { answerHandover as carryOutAnswer } from '#use-cases/answer-handover.ts'
import { escalateAlert as carryOutEscalate } from '#use-cases/escalate-alert.ts'
import { offerHandover as carryOutOffer } from '#use-cases/offer-handover.ts'
import { readColleagues as carryOutColleagues } from '#use-cases/read-colleagues.ts'
import { reportProgress as carryOutProgress } from '#use-cases/report-progress.ts'
import { returnAlert as carryOutReturn } from '#use-cases/return-alert.ts'
import { snoozeAlert as carryOutSnooze } from '#use-cases/snooze-alert.ts'
import { command, query } from './command.ts'

export const acceptAlert = command(acceptAlertInput, carryOutAccept)
export const returnAlert = command(returnAlertInput, carryOutReturn)
export const snoozeAlert = command(snoozeAlertInput, carryOutSnooze)
export const reportProgress = command(reportProgressInput, carryOutProgress)
export const offerHandover = command(offerHandoverInput, carryOutOffer)
export const answerHandover = command(answerHandoverInput, carryOutAnswer)
export const escalateAlert = command(escalateAlertInput, carryOutEscalate)
export const readColleagues = query(z.undefined(), carryOutColleagues)
