import { describe, expect, it } from 'vitest'
import { readNotice } from '#domain/clock/read-notice.ts'
import { afterWorkingDays, isWorkingDay } from '#domain/clock/working-days.ts'
import { statutoryDays } from './statutory-days.ts'
import { calendarOf } from './working-calendar.ts'

const calendar = calendarOf(1, [], [])
/** 国务院办公厅关于2026年部分节假日安排的通知, 4 November 2025. */
const notice2026 = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`

describe('the calendar the product comes with', () => {
  it('has 2026 exactly as the notice words it', () => {
    const { rest, work } = readNotice(notice2026, 2026)
    expect(rest).toHaveLength(33)
    expect(work).toHaveLength(6)
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10)
      const weekend = [0, 6].includes(new Date(at).getUTCDay())
      const worked = work.includes(day) || (!weekend && !rest.includes(day))
      expect([day, isWorkingDay(calendar, day)]).toEqual([day, worked])
    }
  })

  it('counts 2027, of which there is no notice, by weekends and the days the law fixes, and says so', () => {
    expect(calendar.noticed.has(2026)).toBe(true)
    expect(calendar.noticed.has(2027)).toBe(false)
    expect(statutoryDays(2027)).toEqual([
      ...['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05'],
      ...['2027-05-01', '2027-05-02', '2027-06-09', '2027-09-15', '2027-10-01', '2027-10-02', '2027-10-03'],
    ])
    const overNewYear = afterWorkingDays(calendar, new Date('2026-12-31T02:00:00Z'), 1)
    expect(overNewYear).toEqual({ dueAt: new Date('2027-01-04T09:30:00Z'), provisional: true })
  })

  it.each<[string, string, number, string]>([
    // Worked Saturday the 14th, then nine days off, then a worked Saturday the 28th.
    ['over 春节', '2026-02-12T02:00:00Z', 5, '2026-02-26T09:30:00Z'],
    ['to the Saturday worked before 春节', '2026-02-12T02:00:00Z', 2, '2026-02-14T09:30:00Z'],
    ['over 国庆', '2026-09-30T02:00:00Z', 3, '2026-10-10T09:30:00Z'],
    ['to the Sunday worked in September', '2026-09-18T02:00:00Z', 1, '2026-09-20T09:30:00Z'],
  ])('counts working days %s', (_, since, days, due) => {
    expect(afterWorkingDays(calendar, new Date(since), days).dueAt).toEqual(new Date(due))
  })

  it('lets the office have the last word, over the notice it entered itself', () => {
    const notice = { year: 2027, title: '', rest: ['2027-01-01'], work: ['2027-01-03'] }
    const own = calendarOf(2, [notice], [{ day: '2027-01-03', kind: 'rest' }])
    expect(own.noticed.has(2027)).toBe(true)
    expect(isWorkingDay(own, '2027-01-03')).toBe(false)
    // A notice that names a year's days replaces the law's, which it contains.
    expect(isWorkingDay(own, '2027-02-05')).toBe(true)
  })
})
