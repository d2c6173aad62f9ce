import { expect, it } from 'vitest'
import { type Season, seasonOn, seasonsProblem } from './season.ts'

const winter: Season = { key: 'winter', from: '2026-11-01', to: '2027-02-20', lift: 1 }
const seasons = [winter]

it.each<[string, string, ReturnType<typeof seasonOn>]>([
  ['the last second before', '2026-10-31T15:59:59Z', null],
  ['its first second in Asia/Shanghai', '2026-10-31T16:00:00Z', { key: 'winter', day: 1, lift: 1 }],
  ['over the turn of the year', '2027-01-01T00:00:00Z', { key: 'winter', day: 62, lift: 1 }],
  ['its last second', '2027-02-20T15:59:59Z', { key: 'winter', day: 112, lift: 1 }],
  ['the first second after', '2027-02-20T16:00:00Z', null],
])('a season at %s', (_, at, season) => {
  expect(seasonOn(new Date(at), seasons)).toEqual(season)
})

it('where two windows overlap the one that lifts the grade counts', () => {
  const watched: Season = { key: 'school', from: '2026-10-20', to: '2026-11-10', lift: 0 }
  expect(seasonOn(new Date('2026-11-05T00:00:00Z'), [watched, winter])).toMatchObject({
    key: 'winter',
    day: 5,
  })
})

it.each<[string, Season[], string | null]>([
  ['as they should be', [winter, { ...winter, key: 'wuzhen_summit' }], null],
  ['that end before they begin', [{ ...winter, to: '2026-10-31' }], 'season_backwards'],
  ['of half a year', [{ ...winter, to: '2027-05-01' }], 'season_too_long'],
  ['of one kind over each other', [winter, { ...winter, from: '2027-02-20' }], 'season_twice'],
])('windows %s', (_, windows, code) => {
  expect(seasonsProblem(windows)?.code ?? null).toBe(code)
})
