'use server'
import { z } from 'zod'
import { activateModelInput } from '#contracts/review.ts'
import { activateModel as carryOutActivate } from '#use-cases/activate-model.ts'
import { readModels as carryOutRead } from '#use-cases/read-models.ts'
import { trainChallenger as carryOutTrain } from '#use-cases/train-challenger.ts'
import { command, query } from './command.ts'

export const readModels = query(z.undefined(), carryOutRead)
export const trainChallenger = command(z.undefined(), carryOutTrain)
export const activateModel = command(activateModelInput, carryOutActivate)
