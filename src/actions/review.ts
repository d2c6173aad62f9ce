'use server'
import { judgePostInput, readReviewQueueInput, undoJudgementInput } from '#contracts/review.ts'
import { judgePost as carryOutJudge } from '#use-cases/judge-post.ts'
import { readReviewQueue as carryOutRead } from '#use-cases/read-review-queue.ts'
import { undoJudgement as carryOutUndo } from '#use-cases/undo-judgement.ts'
import { command, query } from './command.ts'

export const readReviewQueue = query(readReviewQueueInput, carryOutRead)
export const judgePost = command(judgePostInput, carryOutJudge)
export const undoJudgement = command(undoJudgementInput, carryOutUndo)
