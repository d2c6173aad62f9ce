'use server'
import { recordStepInput, splitIncidentInput, takeIntakeInput, undoJoinInput } from '#contracts/commands.ts'
import { recordStep as carryOutStep } from '#use-cases/record-step.ts'
import { splitIncident as carryOutSplit } from '#use-cases/split-incident.ts'
import { takeIntake as carryOutIntake } from '#use-cases/take-intake.ts'
import { undoJoin as carryOutUndo } from '#use-cases/undo-join.ts'
import { command } from './command.ts'

export const recordStep = command(recordStepInput, carryOutStep)
export const takeIntake = command(takeIntakeInput, carryOutIntake)
export const splitIncident = command(splitIncidentInput, carryOutSplit)
export const undoJoin = command(undoJoinInput, carryOutUndo)
