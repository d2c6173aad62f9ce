import { z } from 'zod'
import type { DailyFigures } from '#domain/report/daily-figures.ts'
import type { UnitCounts, UnitDay } from '#domain/report/zero-report.ts'
import { instant, personView } from './views.ts'

/** A day in Asia/Shanghai, 2026-11-23. */
const day = z.iso.date()
const count = z.number().int().min(0)

export const readReportInput = z.object({
  day,
  /** The last one where none is named. */
  edition: z.number().int().min(1).optional(),
})
export type ReadReport = z.infer<typeof readReportInput>

export const correctReportInput = z.object({ day, reason: z.string().trim().min(4).max(200) })

export const reportUnitDayInput = z.object({
  day,
  /** 本日无异常情况, as against these figures. */
  zero: z.boolean(),
  /** The counts that stood on the officer's screen. */
  seen: z.object({ opened: count, closed: count, open: count, unaccepted: count, overdue: count }),
  note: z.string().trim().max(300).nullable(),
})
export type ReportUnitDay = z.infer<typeof reportUnitDayInput>

/** One edition of one day's report; incidents the reader may not see are counted in it and not named. */
export type ReportView = {
  day: string
  edition: number
  madeAt: string
  fromAt: string
  untilAt: string
  season: string | null
  head: { seq: number; hash: string; at: string | null }
  digest: string
  figures: DailyFigures
  units: UnitDay[]
  reason: string | null
  by: z.infer<typeof personView> | null
  /** How many editions the day has. */
  editions: number
  /** What units said of this day after this edition was made. */
  since: UnitDay[]
  mayCorrect: boolean
}

export type ListedReportView = {
  day: string
  edition: number
  madeAt: string
  opened: number
  open: number
  missing: string[]
  head: { seq: number; hash: string }
}
export type ReportListView = { reports: ListedReportView[]; own: UnitDayView | null }

/** The reader's own unit and its day, with the counts to confirm. */
export type UnitDayView = {
  day: string
  agency: string
  closesAt: string
  late: boolean
  counts: UnitCounts
  silentSources: number
  said: UnitDay | null
}

/** For the desk: my agency's report is owed; null when it is not. */
export type OwedReportView = { day: string; closesAt: string; late: boolean } | null

/** The daily report and the words of the units it names. */
export const reportEvents = {
  'report.made': z.object({
    day,
    edition: z.number().int(),
    /** SHA-256 over the whole report: the log proves that it was not altered. */
    digest: z.string(),
    head: z.object({ seq: z.number().int(), hash: z.string() }),
    /** Units that had not reported. */
    missing: z.array(z.string()),
    reason: z.string().nullable(),
    by: personView.nullable(),
  }),
  'zero_report.made': z.object({
    day,
    agency: z.string(),
    zero: z.boolean(),
    late: z.boolean(),
    by: personView,
  }),
  /** These units have not reported: 0 before the close, 1 after it. */
  'zero_report.due': z.object({
    day,
    agencies: z.array(z.string()),
    level: z.number().int(),
    closesAt: instant,
  }),
} as const
