'use server'
import { z } from 'zod'
import {
  readCalls as carryOutCalls,
  readNotices as carryOutNotices,
  seeNotices as carryOutSee,
} from '#use-cases/read-calls.ts'
import { command, query } from './command.ts'

export const readCalls = query(z.object({ incidentId: z.uuid() }), carryOutCalls)
export const readNotices = query(z.object({ locale: z.enum(['zh', 'en']).catch('zh') }), carryOutNotices)
export const seeNotices = command(z.undefined(), carryOutSee)
