import { describe, expect, it } from 'vitest'
import { alertFeed } from './alert-feed.ts'
import { capDocument } from './cap.ts'
import type { PublicFact } from './public-fact.ts'

const fact: PublicFact = {
  id: '7d0e3a52-6a0c-4a9c-9df4-6f3f4a4f1a11',
  number: '1123-07',
  grade: 'II',
  danger: false,
  place: { code: '330483101', name: '桐乡市濮院镇', lat: 30.68, lng: 120.62 },
  posts: 12,
  workers: 38,
  official: false,
  accepted: 2,
  asked: 3,
  openedAt: new Date('2026-11-23T06:00:00Z'),
  changedAt: new Date('2026-11-23T06:05:00Z'),
  version: 1,
  closed: false,
}
const house = { origin: 'https://anxin.example', drill: false }
const of = (change: Partial<PublicFact>, drill = false) =>
  capDocument({ ...fact, ...change }, { ...house, drill })
const inside = (document: string, name: string) => new RegExp(`<${name}>(.*?)</${name}>`).exec(document)?.[1]

describe('a CAP 1.2 message', () => {
  it('has the required elements in the order of the standard', () => {
    const names = [...of({}).matchAll(/<(identifier|sender|sent|status|msgType|scope|restriction|info)>/g)]
    expect(names.map(([, name]) => name)).toEqual([
      ...['identifier', 'sender', 'sent', 'status', 'msgType', 'scope', 'restriction', 'info', 'info'],
    ])
  })

  it.each<[string, string, string]>([
    ['sent', of({}), '2026-11-23T14:05:00+08:00'],
    ['status', of({}), 'Actual'],
    ['status', of({}, true), 'Exercise'],
    ['msgType', of({}), 'Alert'],
    ['msgType', of({ version: 4 }), 'Update'],
    ['msgType', of({ version: 5, closed: true }), 'Cancel'],
    ['scope', of({}), 'Restricted'],
    ['severity', of({}), 'Severe'],
    ['severity', of({ danger: true }), 'Extreme'],
    ['urgency', of({ danger: true }), 'Immediate'],
    ['certainty', of({}), 'Possible'],
    ['certainty', of({ official: true }), 'Likely'],
    ['circle', of({}), '30.68,120.62 5'],
    ['areaDesc', of({ place: null }), '地点待核实'],
  ])('%s', (name, document, value) => {
    expect(inside(document, name)).toBe(value)
  })

  it('cannot be broken by a name', () => {
    expect(of({ place: { code: '1', name: '<甲>&"乙"', lat: 0, lng: 0 } })).not.toMatch(/<甲>/)
  })
})

describe('the feed', () => {
  const feed = (facts: PublicFact[]) =>
    alertFeed(facts, { ...house, token: 'a token', now: new Date('2026-11-23T07:00:00Z') })

  it('points to the place and to the CAP message', () => {
    expect(feed([fact])).toContain('<georss:point>30.68 120.62</georss:point>')
    expect(feed([fact])).toContain(`https://anxin.example/api/cap/${fact.id}?token=a%20token`)
  })

  it('says what it knows of an incident without a place, and of none', () => {
    expect(feed([{ ...fact, place: null }])).not.toContain('georss:point')
    expect(feed([])).toContain('<updated>2026-11-23T07:00:00.000Z</updated>')
  })
})
