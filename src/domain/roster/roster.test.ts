import { describe, expect, it } from 'vitest'
import { dutyPosts } from './duty-posts.ts'
import { gapsOf, rosteredAgencies } from './gaps.ts'
import { rosterDayOf, shiftEndOf, type Turn, turnAfter, turnAt, turnTimes } from './turn.ts'

const hours = [
  { key: 'day', from: '08:30', to: '17:30' },
  { key: 'night', from: '17:30', to: '08:30' },
]
const at = (clock: string, day = '2026-11-23') => new Date(`${day}T${clock}:00+08:00`)
const turn = (id: string, from: string, to: string, more: Partial<Turn> = {}): Turn => {
  const day = more.day ?? '2026-11-23'
  return { id, agency: 'xcb', day, dutyId: id, substituteId: null, ...turnTimes(day, { from, to }), ...more }
}
const roster = [turn('day', '08:30', '17:30'), turn('night', '17:30', '08:30')]

describe('who is on', () => {
  it.each([
    ['the day turn by day', '14:00', 'day'],
    ['the night turn from its first second', '17:30', 'night'],
    ['nobody before the first turn', '07:00', null],
  ])('is %s', (_, clock, id) => {
    expect(turnAt(roster, 'xcb', at(clock))?.id ?? null).toBe(id)
  })

  it('is the night turn after midnight, and nobody of another agency', () => {
    const early = at('03:00', '2026-11-24')
    expect(turnAt(roster, 'xcb', early)?.id).toBe('night')
    expect(turnAt(roster, 'rsj', early)).toBeNull()
  })

  it('is whoever began last, where two turns overlap', () => {
    const relief = turn('relief', '15:00', '16:00')
    expect(turnAt([...roster, relief], 'xcb', at('15:30'))?.id).toBe('relief')
    expect(turnAfter([...roster, relief], 'xcb', at('15:30'))?.id).toBe('night')
  })
})

describe('the end of an agency’s shift', () => {
  it.each([
    ['is the end of the turn that is on', roster, '14:00', '2026-11-23T17:30:00+08:00'],
    [
      'is the next morning for who is on all day',
      [turn('all', '08:30', '08:30')],
      '14:00',
      '2026-11-24T08:30:00+08:00',
    ],
    [
      'is where the next turn begins',
      [turn('all', '08:30', '08:30'), turn('relief', '16:00', '18:00')],
      '14:00',
      '2026-11-23T16:00:00+08:00',
    ],
    ['is the house’s where nobody is rostered', [], '14:00', '2026-11-23T17:30:00+08:00'],
  ])('%s', (_, turns, clock, end) => {
    expect(shiftEndOf('xcb', at(clock), { turns, hours })).toEqual(new Date(end))
  })
})

describe('holes in a roster', () => {
  const morning = at('08:30', '2026-11-24')
  it.each<[string, Turn[], [string, string][]]>([
    ['none, where turn follows turn', roster, []],
    ['the night nobody has', [roster[0] as Turn], [['17:30', '08:30']]],
    ['the hour between', [turn('a', '08:30', '16:30'), turn('b', '17:30', '08:30')], [['16:30', '17:30']]],
    ['the beginning', [turn('b', '17:30', '08:30')], [['08:30', '17:30']]],
  ])('%s', (_, turns, holes) => {
    const found = gapsOf(turns, 'xcb', at('08:30'), morning)
    expect(found.map(({ from, to }) => [from.getTime(), to.getTime()])).toEqual(
      holes.map(([from, to]) => [at(from).getTime(), (to === '08:30' ? morning : at(to)).getTime()]),
    )
  })

  it('are looked for where a roster is kept: last week’s counts, last month’s does not', () => {
    const old = turn('old', '08:30', '17:30', { agency: 'rsj', day: '2026-10-10' })
    expect(rosteredAgencies([...roster, old], at('14:00', '2026-11-27'))).toEqual(['xcb'])
  })
})

describe('the posts on the lowest rung', () => {
  const book = [
    { id: 'd', rung: 'duty' },
    { id: 's', rung: 'substitute' },
    { id: 'h', rung: 'section_head' },
  ] as const
  it.each([
    [
      'are those on shift, whatever rung the book gives them',
      { dutyId: 'h', substituteId: 'd' },
      ['h'],
      ['d'],
    ],
    ['are without a substitute where none is on', { dutyId: 'd', substituteId: null }, ['d'], []],
    ['are the book’s where nobody is rostered', null, ['d'], ['s']],
    ['are the book’s where who is on has left it', { dutyId: 'gone', substituteId: null }, ['d'], ['s']],
  ])('%s', (_, on, duty, substitute) => {
    const posts = dutyPosts(book, on)
    expect([posts.duty.map(({ id }) => id), posts.substitute.map(({ id }) => id)]).toEqual([duty, substitute])
  })
})

describe('the day of the roster', () => {
  it.each([
    ['begins with its first shift', '08:30', '2026-11-23'],
    ['is still yesterday in the small hours', '03:00', '2026-11-22'],
    ['lasts until midnight at least', '23:59', '2026-11-23'],
  ])('%s', (_, clock, day) => {
    expect(rosterDayOf(at(clock), hours)).toBe(day)
  })
})
