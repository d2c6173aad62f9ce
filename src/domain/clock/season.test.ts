import { expect, it } from 'vitest'
import { seasonOn } from './season.ts'

const seasons = [{ key: 'winter', from: '2026-11-01', to: '2027-02-20', lift: 1 }]

it.each<[string, string, ReturnType<typeof seasonOn>]>([
  ['the last second before', '2026-10-31T15:59:59Z', null],
  ['its first second in Asia/Shanghai', '2026-10-31T16:00:00Z', { key: 'winter', day: 1, lift: 1 }],
  ['over the turn of the year', '2027-01-01T00:00:00Z', { key: 'winter', day: 62, lift: 1 }],
  ['its last second', '2027-02-20T15:59:59Z', { key: 'winter', day: 112, lift: 1 }],
  ['the first second after', '2027-02-20T16:00:00Z', null],
])('a season at %s', (_, at, season) => {
  expect(seasonOn(new Date(at), seasons)).toEqual(season)
})
