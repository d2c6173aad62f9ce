import { expect, it } from 'vitest'
import { dueOf } from '#domain/clock/limits.ts'
import { hourOn } from '#domain/report/report-day.ts'
import { reportHours, reportingUnits } from './report-hours.ts'

it('closes when the clocks of the daily sheet do', () => {
  const calendar = { version: 1, noticed: new Set<number>(), days: new Map() }
  const { dueAt } = dueOf({ in: 'daily_sheet', leadSeconds: 0 }, new Date('2026-11-23T00:00:00Z'), calendar)
  expect(dueAt).toEqual(hourOn('2026-11-23', reportHours().closesAt))
})

it('asks the three first-line agencies, then every territory', () => {
  expect(reportingUnits).toEqual([
    ...['zfw', 'xcb', 'rsj', 't330402', 't330411', 't330421'],
    ...['t330424', 't330481', 't330482', 't330483', 'jkq', 'gq'],
  ])
})
