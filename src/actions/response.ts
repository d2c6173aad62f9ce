'use server'
import { z } from 'zod'
import { rollBackInput } from '#contracts/grading.ts'
import { saveResponseInput, saveSeasonsInput } from '#contracts/response.ts'
import type { Context } from '#use-cases/context.ts'
import { readResponse as carryOutReadResponse } from '#use-cases/read-response.ts'
import { readSeasons as carryOutReadSeasons } from '#use-cases/read-seasons.ts'
import { rollBackEdition } from '#use-cases/roll-back-edition.ts'
import { saveEdition } from '#use-cases/save-edition.ts'
import { command, query } from './command.ts'

export const readSeasons = query(z.undefined(), carryOutReadSeasons)
export const saveSeasons = command(saveSeasonsInput, carryOutSaveSeasons)
export const rollBackSeasons = command(rollBackInput, carryOutRollBackSeasons)

export const readResponse = query(z.undefined(), carryOutReadResponse)
export const saveResponse = command(saveResponseInput, carryOutSaveResponse)
export const rollBackResponse = command(rollBackInput, carryOutRollBackResponse)

async function carryOutSaveSeasons(context: Context, input: z.output<typeof saveSeasonsInput>) {
  return saveEdition(context, 'seasons', input)
}

async function carryOutRollBackSeasons(context: Context, input: z.output<typeof rollBackInput>) {
  return rollBackEdition(context, 'seasons', input)
}

async function carryOutSaveResponse(context: Context, input: z.output<typeof saveResponseInput>) {
  return saveEdition(context, 'response', input)
}

async function carryOutRollBackResponse(context: Context, input: z.output<typeof rollBackInput>) {
  return rollBackEdition(context, 'response', input)
}
