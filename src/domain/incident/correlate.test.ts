import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Candidate,
  correlate,
  joinWindowMs,
  linkWindowMs,
  namedJoinWindowMs,
  reopenWindowMs,
} from './correlate.ts'
import type { IncidentFacts } from './incident.ts'

const now = new Date('2026-11-23T06:00:00Z')
const puyuan = '330483102'
const nothing: IncidentFacts = {
  placeCode: null,
  employer: null,
  project: null,
  workers: null,
  gathered: null,
  amountYuan: null,
  months: null,
  danger: [],
  collective: [],
  flight: [],
}
const words = '老板跑路了三个月工资一分没发大家都在厂门口等着'
const others = '工地上的木工班组干完活以后项目部的人都不见了'

type Told = Partial<IncidentFacts> & { body?: string }
const subject = ({ body = words, ...facts }: Told) => ({ facts: { ...nothing, ...facts }, body })
const candidate = ({ body = others, ...facts }: Told & Partial<Candidate>): Candidate => ({
  ...nothing,
  id: 'known',
  lastPostAt: now,
  closedAt: null,
  bodies: [body],
  ...facts,
})
const about = (n: number) => ({ min: n, max: n })

describe('joins', () => {
  it.each<[string, Told, Told, string]>([
    [
      'the same employer',
      { employer: '嘉兴鑫达制衣有限公司' },
      { employer: '嘉兴鑫达制衣有限公司' },
      'same_employer',
    ],
    [
      'the same employer without its form',
      { employer: '鑫达制衣' },
      { employer: '嘉兴市鑫达制衣有限公司' },
      'same_employer',
    ],
    [
      'the same employer with a bracket',
      { employer: '鑫达制衣（桐乡）有限公司' },
      { employer: '鑫达制衣有限公司' },
      'same_employer',
    ],
    [
      'the same employer with more words',
      { employer: '鑫达制衣' },
      { employer: '濮院鑫达制衣' },
      'same_employer',
    ],
    [
      'the same employer in another town',
      { employer: '鑫达制衣有限公司', placeCode: '330482101' },
      { employer: '鑫达制衣有限公司', placeCode: puyuan },
      'same_employer',
    ],
    [
      'near words from the same place',
      { placeCode: puyuan, body: `${words}，有没有人管` },
      { placeCode: puyuan, body: words },
      'same_place_near_text',
    ],
    [
      'the same trade in the same town, both with people unpaid',
      { placeCode: puyuan, employer: '毛衫厂', workers: about(30) },
      { placeCode: puyuan, employer: '一家毛衫厂', workers: about(38) },
      'same_place_same_trade',
    ],
    [
      'the same words passed on without a place',
      { body: `转发：${words}` },
      { body: words },
      'nearly_same_text',
    ],
  ])('%s', (_, told, known, rule) => {
    const { incidentId, reason } = correlate(subject(told), [candidate(known)], now)
    expect([incidentId, reason.rule]).toEqual(['known', rule])
  })
})

describe('does not join', () => {
  const near = { placeCode: puyuan, body: words }
  it.each<[string, Told, Told, string]>([
    ['other words from the same place', { placeCode: puyuan }, { placeCode: puyuan }, 'nothing_alike'],
    ['near words from another place', near, { ...near, placeCode: '330481102' }, 'nothing_alike'],
    [
      'a mere trade in another town',
      { placeCode: puyuan, employer: '毛衫厂', workers: about(30) },
      { placeCode: '330481102', employer: '毛衫厂', workers: about(30) },
      'nothing_alike',
    ],
    [
      'a mere trade known of the county only',
      { placeCode: '330483', employer: '毛衫厂', workers: about(30) },
      { placeCode: '330483', employer: '毛衫厂', workers: about(30) },
      'nothing_alike',
    ],
    [
      'another employer, however near the words',
      { ...near, employer: '鑫达制衣有限公司' },
      { ...near, employer: '恒丰制衣有限公司' },
      'other_employer',
    ],
    [
      'another project of the same employer',
      { employer: '恒丰建设有限公司', project: '城南安置房' },
      { employer: '恒丰建设有限公司', project: '幸福花苑' },
      'other_project',
    ],
    [
      'another headcount',
      { ...near, workers: about(200) },
      { ...near, workers: about(20) },
      'other_headcount',
    ],
    [
      'another amount',
      { ...near, amountYuan: about(900_000) },
      { ...near, amountYuan: about(60_000) },
      'other_amount',
    ],
  ])('%s', (_, told, known, rule) => {
    const { incidentId, reason } = correlate(subject(told), [candidate(known)], now)
    expect([incidentId, reason.rule]).toEqual([null, rule])
  })

  it.each([
    ['threefold is still one event from two mouths', 20, 60, true],
    ['more than threefold is another', 20, 61, false],
    ['a few people more or less are no other event', 1, 6, true],
    ['the lesser number heard later', 61, 20, false],
  ])('by numbers: %s', (_, told, known, joins) => {
    const post = subject({ placeCode: puyuan, workers: about(told) })
    const incident = candidate({ placeCode: puyuan, workers: about(known), body: words })
    expect(correlate(post, [incident], now).incidentId !== null).toBe(joins)
  })
})

describe('how long an incident is open to further posts', () => {
  const named = { employer: '鑫达制衣有限公司' }
  const alike = { placeCode: puyuan, body: words }
  const lastPost = (ms: number) => ({ lastPostAt: new Date(now.getTime() - ms) })
  const closed = (ms: number) => ({ ...lastPost(ms), closedAt: new Date(now.getTime() - ms) })
  it.each<[string, Told, Partial<Candidate>, Partial<ReturnType<typeof correlate>>]>([
    ['near words, its last instant', alike, lastPost(joinWindowMs), { incidentId: 'known', reopens: false }],
    [
      'near words, a millisecond later',
      alike,
      lastPost(joinWindowMs + 1),
      { incidentId: null, linkedTo: null },
    ],
    ['the employer, its last instant', named, lastPost(namedJoinWindowMs), { incidentId: 'known' }],
    ['the employer, a millisecond later', named, lastPost(namedJoinWindowMs + 1), { incidentId: null }],
    ['resolved: opened again', named, closed(reopenWindowMs), { incidentId: 'known', reopens: true }],
    [
      'resolved long ago: a new one, linked',
      named,
      closed(reopenWindowMs + 1),
      { incidentId: null, linkedTo: 'known' },
    ],
    ['resolved half a year ago', named, closed(linkWindowMs + 1), { incidentId: null, linkedTo: null }],
    [
      'resolved, near words: opened again',
      alike,
      closed(reopenWindowMs),
      { incidentId: 'known', reopens: true },
    ],
    [
      'resolved long ago, near words only',
      alike,
      closed(reopenWindowMs + 1),
      { incidentId: null, linkedTo: null },
    ],
  ])('%s', (_, told, known, answer) => {
    expect(correlate(subject(told), [candidate({ ...told, ...known })], now)).toMatchObject(answer)
  })

  it('an open incident is joined before a resolved one is opened again', () => {
    const told = { employer: '鑫达制衣有限公司' }
    const both = [
      candidate({ ...told, id: 'resolved', closedAt: now, body: words }),
      candidate({ ...told, id: 'open' }),
    ]
    expect(correlate(subject(told), both, now).incidentId).toBe('open')
  })
})

const range = fc.option(
  fc
    .tuple(fc.nat(300), fc.option(fc.nat(300)))
    .map(([min, more]) => ({ min, max: more === null ? null : min + more })),
)
const told: fc.Arbitrary<IncidentFacts> = fc.record({
  placeCode: fc.option(fc.constantFrom(puyuan, '330483', '330482101')),
  employer: fc.option(
    fc.constantFrom('毛衫厂', '鑫达制衣有限公司', '鑫达制衣', '恒丰建设有限公司', '公司', '示例'),
  ),
  project: fc.option(fc.constantFrom('城南安置房', '城南安置房三期', '幸福花苑', '工地')),
  workers: range,
  gathered: range,
  amountYuan: range,
  months: range,
  danger: fc.constant([]),
  collective: fc.constant([]),
  flight: fc.constant([]),
})
const body = fc.constantFrom(words, others, `${words}，有没有人管`, '')
const known = fc
  .array(fc.tuple(told, body, fc.integer({ min: 0, max: 8 * 24 })), { maxLength: 6 })
  .map((all) =>
    all.map(([facts, text, hours], index) => ({
      ...facts,
      id: `incident-${index}`,
      lastPostAt: new Date(now.getTime() - hours * 3_600_000),
      closedAt: null,
      bodies: [text],
    })),
  )

describe('whatever is told', () => {
  it('the answer is the same each time and in whatever order the incidents are read, and gives a reason', () => {
    fc.assert(
      fc.property(told, body, known, (facts, text, incidents) => {
        const answer = correlate({ facts, body: text }, incidents, now)
        expect(answer.reason.rule).not.toBe('')
        expect(correlate({ facts, body: text }, incidents, now)).toEqual(answer)
        expect(correlate({ facts, body: text }, [...incidents].reverse(), now)).toEqual(answer)
      }),
      { numRuns: 1_000 },
    )
  })

  it('two stories that exclude each other do so whichever came first', () => {
    fc.assert(
      fc.property(told, told, (a, b) => {
        const one = correlate({ facts: a, body: words }, [candidate({ ...b, body: words })], now)
        const two = correlate({ facts: b, body: words }, [candidate({ ...a, body: words })], now)
        expect(one.incidentId).toBe(two.incidentId)
        expect(one.reason.rule).toBe(two.reason.rule)
      }),
      { numRuns: 1_000 },
    )
  })
})
