import { expect, it } from 'vitest'
import { readNotice } from './read-notice.ts'

it('reads days off and days worked as a notice words them', () => {
  const notice = `一、元旦：2028年1月1日（周六）至3日（周一）放假调休，共3天。
二、春节：1月25日（农历除夕、周二）至2月1日（周二）放假调休，共8天。1月22日（周六）、2月5日（周六）上班。
三、清明节：4月4日（周二）放假1天。`
  expect(readNotice(notice, 2028)).toEqual({
    rest: [
      ...['2028-01-01', '2028-01-02', '2028-01-03'],
      ...['2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28', '2028-01-29', '2028-01-30', '2028-01-31'],
      ...['2028-02-01', '2028-04-04'],
    ],
    work: ['2028-01-22', '2028-02-05'],
  })
})

it.each<[string, string]>([
  ['a day that does not exist', '2月30日放假'],
  ['a range that runs backwards', '5月5日至1日放假'],
  ['a range that goes on and on', '1月1日至6月1日放假'],
  ['a date nobody says anything of', '本通知自1月1日起施行'],
  ['nothing', ''],
])('passes over %s', (_, text) => {
  expect(readNotice(text, 2028)).toEqual({ rest: [], work: [] })
})

it('reads days off that begin in the year before', () => {
  expect(readNotice('2027年12月31日（周五）至2028年1月2日放假调休，共3天', 2028).rest).toEqual([
    '2027-12-31',
    '2028-01-01',
    '2028-01-02',
  ])
})
