import { describe, expect, it } from 'vitest'
import { sectorOf } from '#domain/incident/sector.ts'
import seed from '#seeds/routes.json' with { type: 'json' }
import { extendRoute, type RouteSubject, routeIncident } from './route.ts'
import type { Duties, RouteLine, RouteSign } from './route-tree.ts'

const lines = seed.lines as RouteLine[]
const book = { kinds: seed.kinds, duties: seed.duties } as Duties
const firstLine = ['zfw', 'xcb', 'rsj']
type Told = Partial<Omit<RouteSubject, 'signs'>> & { signs?: RouteSign[] }
const subjectOf = ({ signs = [], ...told }: Told): RouteSubject => ({
  territories: [],
  placeCode: null,
  sector: null,
  workers: 0,
  amountYuan: 0,
  text: '',
  ...told,
  signs: new Set(signs),
})
const routed = (told: Told, tree = lines) => routeIncident(subjectOf(told), tree, book)
const keys = (told: Told, tree = lines) => routed(told, tree).map(({ agency }) => agency)

describe('who must know', () => {
  it.each<[string, Told, string[]]>([
    ['of a place unknown', {}, firstLine],
    ['in a county', { territories: ['t330483'] }, [...firstLine, 't330483']],
    [
      'in a zone: its county and the zone',
      { territories: ['t330402', 'jkq'] },
      [...firstLine, 't330402', 'jkq'],
    ],
    ['with danger to life: the police before anybody', { signs: ['danger'] }, ['gaj', ...firstLine]],
    ['on a building site', { sector: 'construction' }, [...firstLine, 'jw']],
    ['on a road', { sector: 'transport' }, [...firstLine, 'jtj']],
    ['on water works', { sector: 'water' }, [...firstLine, 'slj']],
    ['in a state-owned firm', { sector: 'state_owned' }, [...firstLine, 'gzw']],
    ['in a factory', { sector: 'factory' }, [...firstLine, 'jxw']],
    ['of workers sent abroad', { text: '我们是外派劳务，在境外干了半年' }, [...firstLine, 'swj']],
    ['of a workshop without a licence', { text: '老板没有营业执照，工钱不给' }, [...firstLine, 'scjg']],
    ['of a group petition', { signs: ['petition'] }, [...firstLine, 'xfj']],
    ['of nine people gathered', { signs: ['gathering'], workers: 9 }, firstLine],
    ['of ten people gathered', { signs: ['gathering'], workers: 10 }, [...firstLine, 'gaj']],
    ['of a government project: by hand, the line is off', { signs: ['public_funds'] }, firstLine],
    [
      'with everything at once, each once',
      { territories: ['t330482', 'gq'], signs: ['danger', 'gathering'], workers: 40, sector: 'construction' },
      ['gaj', ...firstLine, 'jw', 't330482', 'gq'],
    ],
  ])('%s', (_, told, agencies) => {
    expect(keys(told)).toEqual(agencies)
  })

  it('tells for each agency by which line and on which sentence', () => {
    for (const entry of routed({
      signs: ['danger', 'petition'],
      sector: 'water',
      territories: ['t330421', 'jkq'],
    })) {
      expect(entry.rule).not.toBe('')
      expect(entry.basis).not.toBe('')
    }
  })

  it('every duty a line of the product rests on stands in the document', () => {
    const tell = (all: RouteLine[]): RouteLine['tell'] =>
      all.flatMap((line) => [...line.tell, ...tell(line.lines)])
    for (const { agency, kind } of tell(lines).filter((one) => one.agency !== '@territory')) {
      expect(book.duties[kind]?.[agency]?.basis, `${kind} ${agency}`).toBeTruthy()
    }
  })
})

describe('the tree', () => {
  const line = (id: string, more: Partial<RouteLine>): RouteLine => ({
    id,
    name: id,
    when: [],
    tell: [],
    goOn: true,
    off: false,
    lines: [],
    ...more,
  })
  const police = [{ agency: 'gaj', kind: 'mass_event' }]
  const court = [{ agency: 'zjfy', kind: 'litigation' }]

  it('stops at a line that does not go on', () => {
    const tree = [line('a', { tell: police, goOn: false }), line('b', { tell: court })]
    expect(keys({}, tree)).toEqual(['gaj'])
  })

  it('a line that does not hold neither tells nor stops', () => {
    const when = [{ on: 'atLeast' as const, fact: 'amountYuan' as const, value: 1_000 }]
    const tree = [line('a', { when, tell: police, goOn: false }), line('b', { tell: court })]
    expect(keys({ amountYuan: 999 }, tree)).toEqual(['zjfy'])
    expect(keys({ amountYuan: 1_000 }, tree)).toEqual(['gaj'])
  })

  it('lines within a line are only looked at where it holds', () => {
    const when = [{ on: 'place' as const, any: ['330483'] }]
    const tree = [line('a', { when, lines: [line('b', { tell: court })] })]
    expect(keys({ placeCode: '330483102' }, tree)).toEqual(['zjfy'])
    expect(keys({ placeCode: '330481' }, tree)).toEqual([])
  })

  it('a line switched off is passed over with all in it', () => {
    expect(keys({}, [line('a', { off: true, tell: police, lines: [line('b', { tell: court })] })])).toEqual(
      [],
    )
  })
})

describe('a route that grows', () => {
  it('keeps who was told, and moves the police to the front when a life is in danger', () => {
    const known = routed({ signs: ['gathering'], workers: 12, territories: ['t330483'] })
    const grown = extendRoute(known, routed({ signs: ['danger'], territories: ['t330481'] }))
    expect(grown.map(({ agency }) => agency)).toEqual(['gaj', ...firstLine, 't330483', 't330481'])
    expect(grown[0]?.rule).toBe('danger_to_life')
  })
})

describe('the sector', () => {
  it.each<[string | null, string | null, ReturnType<typeof sectorOf>]>([
    ['某某制衣有限公司', null, 'factory'],
    ['某某餐饮店', null, null],
    [null, null, null],
    [null, '城南安置房三期', 'construction'],
    ['某某建设有限公司', null, 'construction'],
    [null, '三号地块', 'construction'],
    [null, '鑫达里', 'construction'],
    [null, '乍嘉苏高速改造', 'transport'],
    ['某某劳务公司', '某航道整治工程', 'transport'],
    [null, '平湖塘泵站', 'water'],
    ['某某城投集团', null, 'state_owned'],
    ['大桥镇某某箱包厂', null, 'factory'],
    ['建设街道某某服装厂', null, 'factory'],
  ])('%s %s: %s', (employer, project, sector) => {
    expect(sectorOf({ employer, project })).toBe(sector)
  })
})
