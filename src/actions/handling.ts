'use server'
import { z } from 'zod'
import { readIncidentInput } from '#contracts/commands.ts'
import {
  answerCallOutInput,
  askCloseSupervisionInput,
  checkLeaderInput,
  moveSupervisionInput,
  nameLeaderInput,
  noteLeaderInput,
  openSupervisionInput,
  proposeSupervisionInput,
  readSupervisionInput,
  recordFollowUpInput,
  sendCallOutInput,
} from '#contracts/handling.ts'
import { assignTaskInput, moveTaskInput, readTaskInput } from '#contracts/tasks.ts'
import { answerCallOut as carryOutAnswer } from '#use-cases/answer-call-out.ts'
import { askStrikeOff as carryOutStrikeOff } from '#use-cases/ask-strike-off.ts'
import { assignTask as carryOutAssign } from '#use-cases/assign-task.ts'
import { checkLeader as carryOutCheck, noteLeader as carryOutNote } from '#use-cases/follow-leader.ts'
import { moveSupervision as carryOutMoveSupervision } from '#use-cases/move-supervision.ts'
import { moveTask as carryOutMoveTask } from '#use-cases/move-task.ts'
import { nameLeader as carryOutName } from '#use-cases/name-leader.ts'
import { openSupervision as carryOutOpen } from '#use-cases/open-supervision.ts'
import { proposeSupervision as carryOutPropose } from '#use-cases/propose-supervision.ts'
import { readHandling as carryOutHandling } from '#use-cases/read-handling.ts'
import {
  readSupervision as carryOutSupervision,
  readSupervisions as carryOutSupervisions,
} from '#use-cases/read-supervisions.ts'
import { readTask as carryOutTask, readTasks as carryOutTasks } from '#use-cases/read-tasks.ts'
import { recordFollowUp as carryOutFollowUp } from '#use-cases/record-follow-up.ts'
import { sendCallOut as carryOutCallOut } from '#use-cases/send-call-out.ts'
import { command, query } from './command.ts'

export const assignTask = command(assignTaskInput, carryOutAssign)
export const moveTask = command(moveTaskInput, carryOutMoveTask)
export const proposeSupervision = command(proposeSupervisionInput, carryOutPropose)
export const openSupervision = command(openSupervisionInput, carryOutOpen)
export const moveSupervision = command(moveSupervisionInput, carryOutMoveSupervision)
export const askStrikeOff = command(askCloseSupervisionInput, carryOutStrikeOff)
export const nameLeader = command(nameLeaderInput, carryOutName)
export const noteLeader = command(noteLeaderInput, carryOutNote)
export const checkLeader = command(checkLeaderInput, carryOutCheck)
export const sendCallOut = command(sendCallOutInput, carryOutCallOut)
export const answerCallOut = command(answerCallOutInput, carryOutAnswer)
export const recordFollowUp = command(recordFollowUpInput, carryOutFollowUp)

export const readHandling = query(readIncidentInput, carryOutHandling)
export const readTasks = query(z.undefined(), carryOutTasks)
export const readTask = query(readTaskInput, carryOutTask)
export const readSupervisions = query(z.undefined(), carryOutSupervisions)
export const readSupervision = query(readSupervisionInput, carryOutSupervision)
