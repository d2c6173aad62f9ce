'use server'
import { acceptAlertInput, recordStepInput, takeIntakeInput } from '#contracts/commands.ts'
import { acceptAlert as carryOutAccept } from '#use-cases/accept-alert.ts'
import { recordStep as carryOutStep } from '#use-cases/record-step.ts'
import { takeIntake as carryOutIntake } from '#use-cases/take-intake.ts'
import { command } from './command.ts'

export const acceptAlert = command(acceptAlertInput, carryOutAccept)
export const recordStep = command(recordStepInput, carryOutStep)
export const takeIntake = command(takeIntakeInput, carryOutIntake)
