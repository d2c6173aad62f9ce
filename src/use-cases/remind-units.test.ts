import { afterEach, expect, it } from 'vitest'
import { openTown, type Town } from '#testing/town.ts'
import { readUnitDay } from './read-unit-day.ts'
import { remindUnits } from './remind-units.ts'
import { reportUnitDay } from './report-unit-day.ts'

let town: Town
afterEach(() => town.close())

it('a unit that has not reported its day is called, and no longer once it has', async () => {
  town = await openTown('2026-11-23T06:00:00Z', { channels: ['sms'] })
  await town.feed('本地论坛').then((forum) => forum.publishes('桐乡濮院毛衫厂拖欠38个工人三个月工资'))
  const forXcb = () => town.contextOf(town.officer('xcb'))
  await town.clock.forward('70m')
  const own = await readUnitDay(forXcb())
  const said = { day: own?.day ?? '', zero: false, note: null }
  if (own) await reportUnitDay(forXcb(), { ...said, seen: own.counts })
  await town.clock.forward('50m')
  expect(await remindUnits(town.contextOf())).not.toContain('xcb')
  await town.clock.forward('5m')
  await town.phone('zfw-duty').heard(/政法委当日零报告未报/, 'sms')
  expect(
    town
      .phone('xcb-duty')
      .calls()
      .filter(({ text }) => text.includes('零报告')),
  ).toEqual([])
  await town.clock.forward('25m')
  await remindUnits(town.contextOf())
  await town.clock.forward('5m')
  await town.phone('zfw-section_head').heard(/政法委当日零报告未报/, 'sms')
})
