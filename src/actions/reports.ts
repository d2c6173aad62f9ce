'use server'
import { z } from 'zod'
import { correctReportInput, readReportInput, reportUnitDayInput } from '#contracts/report.ts'
import { correctReport as carryOutCorrection } from '#use-cases/correct-report.ts'
import { readReport as carryOutReport, readReports as carryOutReports } from '#use-cases/read-reports.ts'
import { readOwedReport as carryOutOwed } from '#use-cases/read-unit-day.ts'
import { reportUnitDay as carryOutUnitDay } from '#use-cases/report-unit-day.ts'
import { command, query } from './command.ts'

export const reportUnitDay = command(reportUnitDayInput, carryOutUnitDay)
export const correctReport = command(correctReportInput, carryOutCorrection)

export const readReports = query(z.undefined(), carryOutReports)
export const readReport = query(readReportInput, carryOutReport)
export const readOwedReport = query(z.undefined(), carryOutOwed)
