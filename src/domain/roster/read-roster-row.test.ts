import { describe, expect, it } from 'vitest'
import { columnsOf, type RosterBook, type RosterCells, readRosterRow } from './read-roster-row.ts'

const book: RosterBook = {
  agencies: [{ key: 'xcb', name: '市委宣传部（网信办）', short: '宣传部' }],
  posts: [
    { id: 'p1', agency: 'xcb', post: '宣传部值班员甲', username: 'xcb-a' },
    { id: 'p2', agency: 'xcb', post: '宣传部值班员乙', username: null },
    { id: 'p3', agency: 'rsj', post: '人社局值班员', username: null },
  ],
  hours: [
    { key: 'day', from: '08:30', to: '17:30' },
    { key: 'night', from: '17:30', to: '08:30' },
  ],
}
const row = (more: Partial<RosterCells> = {}): RosterCells => ({
  day: '2026-11-24',
  agency: '宣传部',
  hours: '夜班',
  duty: '宣传部值班员甲',
  substitute: '宣传部值班员乙',
  ...more,
})
const read = (more: Partial<RosterCells>) => readRosterRow(row(more), book, '2026-11-23')

describe('a row of a pasted roster', () => {
  it('is read as offices write it', () => {
    expect(read({})).toEqual({
      ok: true,
      value: {
        agency: 'xcb',
        day: '2026-11-24',
        from: '17:30',
        to: '08:30',
        dutyId: 'p1',
        substituteId: 'p2',
      },
    })
  })

  it.each<[string, Partial<RosterCells>, object]>([
    ['a day with slashes', { day: '2026/11/24' }, { day: '2026-11-24' }],
    ['a day in characters', { day: '2026年11月24日' }, { day: '2026-11-24' }],
    ['a day without its year', { day: '11月24日' }, { day: '2026-11-24' }],
    ['January, written in November', { day: '1月1日' }, { day: '2027-01-01' }],
    ['hours in full-width characters', { hours: '０８：３０－１７：３０' }, { from: '08:30', to: '17:30' }],
    ['hours into the next day', { hours: '17:30-次日8:30' }, { from: '17:30', to: '08:30' }],
    ['a whole day', { hours: '全天' }, { from: '08:30', to: '08:30' }],
    ['the day shift by name', { hours: '白班' }, { from: '08:30', to: '17:30' }],
    ['an account instead of a post', { duty: 'xcb-a' }, { dutyId: 'p1' }],
    ['no substitute', { substitute: ' ' }, { substituteId: null }],
  ])('takes %s', (_, more, value) => {
    expect(read(more)).toMatchObject({ ok: true, value })
  })

  it.each<[string, Partial<RosterCells>, string]>([
    ['a day that does not exist', { day: '2026-02-30' }, 'day_unreadable'],
    ['words for a day', { day: '下周一' }, 'day_unreadable'],
    ['a day that is over', { day: '2026-11-22' }, 'day_past'],
    ['an agency nobody knows', { agency: '气象局' }, 'agency_unknown'],
    ['hours that are none', { hours: '25:00-30:00' }, 'hours_unreadable'],
    ['a post that is not in the book', { duty: '张三' }, 'duty_unknown'],
    ['a post of another agency', { duty: '人社局值班员' }, 'duty_unknown'],
    ['a substitute who is not in the book', { substitute: '李四' }, 'substitute_unknown'],
    ['one post twice', { substitute: '宣传部值班员甲' }, 'same_post_twice'],
  ])('names %s', (_, more, code) => {
    expect(read(more)).toMatchObject({ ok: false, refusal: { code } })
  })
})

describe('the head of a pasted roster', () => {
  it.each([
    [
      ['日期', '单位', '班次', '值班员', '替班'],
      ['day', 'agency', 'hours', 'duty', 'substitute'],
    ],
    [
      ['单位', '日期', '值班时间', '主班'],
      ['agency', 'day', 'hours', 'duty'],
    ],
    [['2026-11-24', '宣传部', '夜班', '甲', '乙'], null],
  ])('%j', (head, columns) => {
    expect(columnsOf(head)).toEqual(columns)
  })
})
