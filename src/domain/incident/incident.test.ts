import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradeFactsOf } from './grade-facts.ts'
import { type IncidentFacts, mergeFacts } from './incident.ts'

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
const merged = (known: Partial<IncidentFacts>, added: Partial<IncidentFacts>) =>
  mergeFacts({ ...nothing, ...known }, { ...nothing, ...added })

const range = fc.option(
  fc
    .tuple(fc.nat(500), fc.option(fc.nat(500)))
    .map(([min, more]) => ({ min, max: more === null ? null : min + more })),
)
const signs = fc.uniqueArray(fc.constantFrom('height', 'fire', 'banner', 'fled', 'office'))
const facts: fc.Arbitrary<IncidentFacts> = fc.record({
  placeCode: fc.option(fc.constantFrom('330400', '330483', '330483100', '330483101', '330482', '3304JK')),
  employer: fc.option(fc.constantFrom('毛衫厂', '濮院某某毛衫厂', '某某建设有限公司')),
  project: fc.option(fc.constantFrom('安置房', '城南安置房三期')),
  workers: range,
  gathered: range,
  amountYuan: range,
  months: range,
  danger: signs,
  collective: signs,
  flight: signs,
})

describe('a further post', () => {
  it('never lowers a claimed number and never takes a sign away', () => {
    fc.assert(
      fc.property(facts, facts, (known, added) => {
        const after = mergeFacts(known, added)
        for (const field of ['workers', 'gathered', 'amountYuan', 'months'] as const) {
          for (const before of [known[field], added[field]]) {
            if (!before) continue
            expect(after[field]?.min).toBeGreaterThanOrEqual(before.min)
            const top = after[field]?.max ?? Number.POSITIVE_INFINITY
            expect(top).toBeGreaterThanOrEqual(before.max ?? before.min)
          }
        }
        for (const field of ['danger', 'collective', 'flight'] as const) {
          expect(new Set(after[field])).toEqual(new Set([...known[field], ...added[field]]))
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('leaves no field empty that was filled, and says nothing new the second time', () => {
    fc.assert(
      fc.property(facts, facts, (known, added) => {
        const after = mergeFacts(known, added)
        for (const field of ['placeCode', 'employer', 'project'] as const) {
          if (known[field] ?? added[field]) expect(after[field]).not.toBeNull()
        }
        expect(mergeFacts(after, added)).toEqual(after)
      }),
    )
  })

  it.each<[string, string | null, string | null, string | null]>([
    ['a place where none was known', null, '330483102', '330483102'],
    ['the county within the city', '330400', '330483', '330483'],
    ['the town within the city', '330400', '330483102', '330483102'],
    ['the town within the county', '330483', '330483102', '330483102'],
    ['a zone within the city', '330400', '3304JK', '3304JK'],
    ['nothing coarser', '330483102', '330400', '330483102'],
    ['no other county', '330483', '330482', '330483'],
    ['no town elsewhere', '330483', '330482101', '330483'],
    ['no neighbour of a town whose code ends in 00', '330483100', '330483101', '330483100'],
    ['nothing', '330483', null, '330483'],
  ])('adds %s', (_, known, added, place) => {
    expect(merged({ placeCode: known }, { placeCode: added }).placeCode).toBe(place)
  })

  it('makes a name fuller, but not another', () => {
    expect(merged({ employer: '某某毛衫厂' }, { employer: '濮院某某毛衫厂' }).employer).toBe('濮院某某毛衫厂')
    expect(merged({ employer: '某某毛衫厂' }, { employer: '鑫达箱包有限公司' }).employer).toBe('某某毛衫厂')
  })
})

describe('what the grade rules read', () => {
  it.each<[string, Partial<IncidentFacts>, Partial<ReturnType<typeof gradeFactsOf>>]>([
    ['nothing stated counts as nothing', {}, { gathered: 0, unpaid: 0, owedYuan: 0, danger: 0 }],
    ['三十多人 counts as thirty', { workers: { min: 30, max: null } }, { unpaid: 30, gathered: 0 }],
    [
      'people in front of an office are gathered',
      { workers: { min: 100, max: 100 }, gathered: { min: 20, max: 20 }, collective: ['office'] },
      { gathered: 20, officeOrRoadBlocked: true },
    ],
    [
      'people who plan to gather are not gathered yet',
      { workers: { min: 20, max: 20 }, collective: ['planned'] },
      { gathered: 0, unpaid: 20 },
    ],
    [
      'a strike stays inside',
      { workers: { min: 20, max: 20 }, collective: ['strike'] },
      { gathered: 0, officeOrRoadBlocked: false },
    ],
    ['a blocked road', { collective: ['blocked_road'] }, { officeOrRoadBlocked: true }],
    ['a blocked gate', { collective: ['blocked_gate'] }, { gateBlockedOrBanner: true }],
    ['a banner', { collective: ['banner'] }, { gateBlockedOrBanner: true }],
    ['violence', { danger: ['violence'] }, { violence: true, danger: 1 }],
    ['a person on a crane', { danger: ['height'] }, { violence: false, danger: 1 }],
    ['an employer who ran', { flight: ['fled'] }, { fled: true }],
    ['assets moved away', { flight: ['assets_moved'] }, { fled: true }],
    ['a closed factory is no flight', { flight: ['closed', 'seized'] }, { fled: false }],
    ['resettlement housing is public', { project: '城南安置房' }, { onProject: true, publicFunds: true }],
    ['a private building site is not', { project: '幸福花苑三期' }, { onProject: true, publicFunds: false }],
    ['a motorway is public', { project: '某某高速公路二标段' }, { publicFunds: true }],
    ['a workshop is neither', { employer: '某某毛衫厂' }, { onProject: false, publicFunds: false }],
  ])('%s', (_, claimed, read) => {
    expect(gradeFactsOf({ ...nothing, ...claimed })).toMatchObject(read)
  })
})
