import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reportingUnits } from '#store/report-hours.ts'
import { event } from '#store/tables/event.ts'
import { dailyReport } from '#store/tables/report.ts'
import { alertOf, openScenario, type Scenario } from '#testing/scenario.ts'
import { acceptAlert } from './accept-alert.ts'
import { correctReport } from './correct-report.ts'
import { exportReport } from './export-report.ts'
import { makeDueReport } from './make-report.ts'
import { readReport, readReports } from './read-reports.ts'
import { readOwedReport, readUnitDay } from './read-unit-day.ts'
import { remindUnits } from './remind-units.ts'
import { reportUnitDay } from './report-unit-day.ts'
import { verifyLog } from './verify-log.ts'

const day = '2026-11-23'
let room: Scenario

/** Monday 14:00 in Jiaxing, in the winter season. */
beforeEach(async () => {
  room = await openScenario()
})
afterEach(() => room.drop())

const duty = (agency: string) => room.contextOf(room.officer(agency))
const office = () => room.contextOf(room.officer('rsj', 'office'))
const claim = async () => {
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落，一共65.4万')
  return room.onlyIncident()
}
const made = async (edition?: number) => {
  const read = await readReport(office(), { day, edition })
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}
const told = async (name: string) =>
  (await room.db.select().from(event).orderBy(event.seq))
    .filter((one) => one.name === name)
    .map(({ data }) => data)
async function unitDay(agency: string) {
  const own = await readUnitDay(duty(agency))
  if (!own) throw new Error(`${agency} is not asked`)
  return own
}
async function says(agency: string, zero: boolean, note: string | null = null) {
  const { counts } = await unitDay(agency)
  return reportUnitDay(duty(agency), { day, zero, seen: counts, note })
}

describe('the daily report', () => {
  it('is made once when the day closes, of what the log tells since the one before', async () => {
    const incident = await claim()
    await room.clock.forward('20m')
    await acceptAlert(duty('rsj'), { alertId: alertOf(incident, 'rsj').id })
    await room.clock.forward('129m')
    expect(await makeDueReport(room.contextOf())).toBeNull()
    await room.clock.forward('1m')
    expect(await makeDueReport(room.contextOf())).toBe(day)
    expect(await makeDueReport(room.contextOf())).toBeNull()
    const { figures, season, edition } = await made()
    expect({ season, edition }).toEqual({ season: 'winter', edition: 1 })
    expect(figures.opened).toMatchObject({
      total: 1,
      byTerritory: [{ key: 't330483', count: 1 }],
      byKind: [{ key: 'factory', count: 1 }],
    })
    expect(figures.accepted).toMatchObject({ total: 1, medianSeconds: 1_200 })
    expect(figures.longest).toMatchObject({ number: incident.number, agency: 'zfw', seconds: 9_000 })
    expect(figures.overdue.steps.lines.map(({ what }) => what)).toContain('on_site')
  })

  it('tells each event in one report only, also after a day on which the house stood still', async () => {
    await claim()
    await room.clock.forward('3h')
    await makeDueReport(room.contextOf())
    const later = await room.feed('另一论坛')
    await later.publishes('海宁许村一家布厂欠薪，12个工人两个月工资20万没发')
    await room.clock.forward('2d')
    expect(await makeDueReport(room.contextOf())).toBe('2026-11-25')
    const second = await readReport(office(), { day: '2026-11-25' })
    expect(second).toMatchObject({
      ok: true,
      value: { figures: { opened: { total: 1, byTerritory: [{ key: 't330481', count: 1 }] } } },
    })
    expect(second.ok && second.value.fromAt).toBe((await made()).untilAt)
  })

  it('names neither posters nor texts, and incidents only to those on their route', async () => {
    const incident = await claim()
    await room.clock.forward('3h')
    await makeDueReport(room.contextOf())
    const stored = JSON.stringify(await room.db.select().from(dailyReport))
    expect(stored).not.toContain('我们38个工友工资没着落')
    const other = await readReport(duty('t330481'), { day })
    expect(other.ok && other.value.figures.opened.total).toBe(1)
    expect(JSON.stringify(other)).not.toContain(incident.number)
    expect(await readReport(room.contextOf(room.officer(null, 'wall')), { day })).toMatchObject({
      refusal: { code: 'role_may_not' },
    })
  })

  it('is never altered: a correction is a second edition with its reason', async () => {
    await claim()
    await room.clock.forward('3h')
    await makeDueReport(room.contextOf())
    expect(await correctReport(duty('rsj'), { day, reason: '补报属地情况' })).toMatchObject({
      refusal: { code: 'role_may_not' },
    })
    const first = await made()
    await room.clock.forward('10m')
    expect(await correctReport(office(), { day, reason: '补报属地情况' })).toMatchObject({
      value: { edition: 2 },
    })
    expect(await made(1)).toMatchObject({ digest: first.digest, figures: first.figures, editions: 2 })
    expect(await made()).toMatchObject({ edition: 2, reason: '补报属地情况', untilAt: first.untilAt })
    expect((await told('report.made')).map((data) => (data as { digest: string }).digest)).toEqual([
      first.digest,
      (await made()).digest,
    ])
    await expect(room.db.update(dailyReport).set({ reason: null })).rejects.toThrow()
    await expect(room.db.delete(dailyReport)).rejects.toThrow()
  })

  it('carries the chain head, and verifying says which report no longer fits after tampering', async () => {
    await claim()
    await room.clock.forward('3h')
    await makeDueReport(room.contextOf())
    const { head } = await made()
    expect(await verifyLog(room.contextOf(), { kept: [head] })).toMatchObject({
      value: { broken: null, unfit: [], altered: [] },
    })
    await room.db.execute(sql`alter table event disable trigger user`)
    await room.db.execute(sql`update event set data = '{}' where seq = ${head.seq - 1}`)
    expect(await verifyLog(room.contextOf())).toMatchObject({
      value: { broken: { fault: 'changed' }, unfit: [{ day, edition: 1, seq: head.seq }] },
    })
  })

  it('itself cannot be changed, taken away or slipped in unnoticed', async () => {
    await claim()
    await room.clock.forward('3h')
    await makeDueReport(room.contextOf())
    await room.db.execute(sql`alter table daily_report disable trigger user`)
    await room.db.execute(sql`update daily_report set figures = jsonb_set(figures, '{closed}', '9')`)
    const altered = [{ day, edition: 1 }]
    expect(await verifyLog(room.contextOf())).toMatchObject({ value: { broken: null, altered } })
    await room.db.execute(sql`delete from daily_report`)
    expect(await verifyLog(room.contextOf())).toMatchObject({ value: { altered } })
  })

  it('leaves the house as figures only, in either language, and the log tells so', async () => {
    const incident = await claim()
    await room.clock.forward('3h')
    await makeDueReport(room.contextOf())
    const written = await exportReport(office(), { day, locale: 'zh' })
    const csv = written.ok ? written.value.csv : ''
    expect(csv.startsWith('\ufeff部分,指标,其中,数值,单位\r\n')).toBe(true)
    expect(csv).toContain('一、新增情况,按属地,桐乡市,1,count')
    expect(csv).toContain((await made()).head.hash)
    expect(csv).not.toContain(incident.number)
    const english = await exportReport(office(), { day, locale: 'en' })
    expect(english.ok && english.value.csv).toContain('1. New,By sector,manufacturing,1,count')
    expect(await told('export.made')).toMatchObject([{ what: 'reports' }, { what: 'reports' }])
  })

  it('is not made for days before the house was opened', async () => {
    expect(await makeDueReport(room.contextOf())).toBeNull()
    await claim()
    expect(await makeDueReport(room.contextOf())).toBeNull()
  })
})

describe('the zero report', () => {
  it('is one press of the duty officer, by post, and never said for anybody', async () => {
    await claim()
    await room.clock.forward('70m')
    expect(await readOwedReport(duty('t330402'))).toMatchObject({ value: { day, late: false } })
    expect(await says('t330402', true)).toMatchObject({ ok: true })
    expect(await readOwedReport(duty('t330402'))).toEqual({ ok: true, value: null })
    await room.clock.forward('2h')
    await makeDueReport(room.contextOf())
    const { units } = await made()
    expect(units.map(({ agency }) => agency)).toEqual(reportingUnits)
    expect(units.find(({ agency }) => agency === 't330402')).toMatchObject({
      ...{ state: 'zero', post: 't330402 duty', late: false },
    })
    expect(units.filter(({ state }) => state === 'missing')).toHaveLength(reportingUnits.length - 1)
    const system = { day, zero: true, seen: (await unitDay('rsj')).counts, note: null }
    expect(await reportUnitDay(room.contextOf(), system)).toMatchObject({
      refusal: { code: 'role_may_not' },
    })
  })

  it('is refused where something is new, waiting or overdue; the figures are reported instead', async () => {
    await claim()
    await room.clock.forward('70m')
    expect(await says('t330483', true)).toMatchObject({ refusal: { code: 'not_nothing' } })
    expect(await says('t330483', false, '已派员到场，联系 19900000000')).toMatchObject({ ok: true })
    expect((await unitDay('t330483')).said).toMatchObject({ state: 'reported', counts: { opened: 1 } })
    expect((await unitDay('t330483')).said?.note).not.toContain('19900000000')
  })

  it('is refused when the figures have moved since they were shown', async () => {
    await claim()
    await room.clock.forward('70m')
    const { counts } = await unitDay('t330481')
    const forum = await room.feed('另一论坛')
    await forum.publishes('海宁许村一家布厂欠薪，12个工人两个月工资20万没发')
    expect(await reportUnitDay(duty('t330481'), { day, zero: true, seen: counts, note: null })).toMatchObject(
      { refusal: { code: 'figures_changed' } },
    )
  })

  it('that is missing is asked for before the close and again after it; a late word is called late', async () => {
    await claim()
    await room.clock.forward('119m')
    expect(await remindUnits(room.contextOf())).toEqual([])
    await says('t330402', true)
    await room.clock.forward('1m')
    const missing = reportingUnits.filter((one) => one !== 't330402')
    expect(await remindUnits(room.contextOf())).toEqual(missing)
    expect(await remindUnits(room.contextOf())).toEqual([])
    await room.clock.forward('30m')
    await makeDueReport(room.contextOf())
    expect(await remindUnits(room.contextOf())).toEqual(missing)
    expect(await told('zero_report.due')).toMatchObject([{ level: 0 }, { level: 1 }])
    await room.clock.forward('30m')
    await says('gq', true)
    const { units, since } = await made()
    expect(units.find(({ agency }) => agency === 'gq')).toMatchObject({ state: 'missing' })
    expect(since).toMatchObject([{ agency: 'gq', state: 'zero', late: true }])
  })

  it('is asked of nobody outside the season, and of no member unit', async () => {
    await claim()
    await room.clock.forward('70m')
    expect(await readUnitDay(duty('gaj'))).toBeNull()
    await room.clock.forward('120d')
    expect(await readReports(duty('rsj'))).toMatchObject({ value: { own: null } })
    expect(await remindUnits(room.contextOf())).toEqual([])
  })
})
