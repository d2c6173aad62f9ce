import { z } from 'zod'
import { type Limit, steps } from '#domain/clock/limits.ts'
import { type Season, seasonKeys } from '#domain/clock/season.ts'
import type { ResponseRules } from '#domain/response/response-rules.ts'
import { editionView } from './grading.ts'
import { dayText } from './ledger.ts'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const why = z.string().trim().min(2).max(200)
const yuan = z.number().int().min(1).max(1e12)
const fen = z.number().int().min(100).max(1e14)
const people = z.number().int().min(1).max(100_000)

export const seasonWindow = z.object({
  key: z.enum(seasonKeys),
  from: dayText,
  to: dayText,
  lift: z.number().int().min(0).max(1),
  byDefault: z.boolean().optional(),
}) satisfies z.ZodType<Season>

const limit: z.ZodType<Limit> = z.discriminatedUnion('in', [
  z.object({ in: z.literal('plain'), seconds: z.number().int().min(60).max(5_184_000) }),
  z.object({ in: z.literal('working_days'), days: z.number().int().min(1).max(60) }),
  z.object({ in: z.literal('daily_sheet'), leadSeconds: z.number().int().min(0).max(86_400) }),
])
const graded = z.object({
  I: limit.nullable(),
  II: limit.nullable(),
  III: limit.nullable(),
  IV: limit.nullable(),
})

export const responseRules = z.object({
  clocks: z.record(z.enum(steps), graded),
  report: z.object({ opensAt: clock, remindAt: clock, closesAt: clock }),
  supervision: z.object({ people, yuan, timesOverdue: z.number().int().min(1).max(20) }),
  transfer: z.object({
    oneWorkerMonths: z.number().int().min(1).max(60),
    oneWorkerFen: fen,
    workers: people,
    workersFen: fen,
  }),
  massCallOutAbove: z.number().int().min(1).max(500),
}) satisfies z.ZodType<ResponseRules>

export const saveSeasonsInput = z.object({
  rules: z.array(seasonWindow).max(60),
  why,
  basedOn: z.number().int(),
})
export const saveResponseInput = z.object({ rules: responseRules, why, basedOn: z.number().int() })

export const seasonsView = z.object({
  version: z.number().int(),
  seasons: z.array(seasonWindow),
  versions: z.array(editionView),
})
export type SeasonsView = z.infer<typeof seasonsView>

export const responseView = z.object({
  version: z.number().int(),
  rules: responseRules,
  versions: z.array(editionView),
})
export type ResponseView = z.infer<typeof responseView>
