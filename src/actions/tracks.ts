'use server'
import { readIncidentInput } from '#contracts/commands.ts'
import {
  closeIncidentInput,
  confirmDesignationInput,
  draftReplyInput,
  dropReplyInput,
  proposeDesignationInput,
  publishReplyInput,
  recordAnswerInput,
  reopenIncidentInput,
  verifyFactsInput,
  withdrawDesignationInput,
} from '#contracts/track.ts'
import { closeIncident as carryOutClose } from '#use-cases/close-incident.ts'
import { confirmDesignation as carryOutConfirm } from '#use-cases/confirm-designation.ts'
import { draftReply as carryOutDraft } from '#use-cases/draft-reply.ts'
import { dropReply as carryOutDrop } from '#use-cases/drop-reply.ts'
import { proposeDesignation as carryOutPropose } from '#use-cases/propose-designation.ts'
import { recordAnswer as carryOutAnswer, publishReply as carryOutPublish } from '#use-cases/publish-reply.ts'
import { readTracks as carryOutRead } from '#use-cases/read-tracks.ts'
import { reopenIncident as carryOutReopen } from '#use-cases/reopen-incident.ts'
import { verifyFacts as carryOutVerify } from '#use-cases/verify-facts.ts'
import { withdrawDesignation as carryOutWithdraw } from '#use-cases/withdraw-designation.ts'
import { command, query } from './command.ts'

export const readTracks = query(readIncidentInput, carryOutRead)
export const verifyFacts = command(verifyFactsInput, carryOutVerify)
export const draftReply = command(draftReplyInput, carryOutDraft)
export const publishReply = command(publishReplyInput, carryOutPublish)
export const recordAnswer = command(recordAnswerInput, carryOutAnswer)
export const dropReply = command(dropReplyInput, carryOutDrop)
export const proposeDesignation = command(proposeDesignationInput, carryOutPropose)
export const confirmDesignation = command(confirmDesignationInput, carryOutConfirm)
export const withdrawDesignation = command(withdrawDesignationInput, carryOutWithdraw)
export const closeIncident = command(closeIncidentInput, carryOutClose)
export const reopenIncident = command(reopenIncidentInput, carryOutReopen)
