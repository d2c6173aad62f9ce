import type { ReportHours } from '#domain/report/report-day.ts'
import agencies from '#seeds/agencies.json' with { type: 'json' }
import { incidentRules } from './incident-rules.ts'

/** When a day's report opens, reminds and closes, by the clock of Asia/Shanghai. */
export function reportHours(): ReportHours {
  return incidentRules().response.report
}

/** Who reports its day: the three first-line agencies and every territory, in the order of all screens. */
export const reportingUnits: readonly string[] = agencies.agencies
  .filter(({ kind }) => kind === 'first_line' || kind === 'territory')
  .map(({ key }) => key)
