import { describe, expect, it } from 'vitest'
import { sectorOf } from '#domain/incident/sector.ts'
import { type RouteSubject, routeIncident } from './route.ts'

const firstLine = ['zfw', 'xcb', 'rsj']
const nowhere: RouteSubject = { territories: [], danger: false, gathering: false, sector: null }
const keys = (subject: Partial<RouteSubject>) =>
  routeIncident({ ...nowhere, ...subject }).map(({ agency }) => agency)

describe('who must know', () => {
  it.each<[string, Partial<RouteSubject>, string[]]>([
    ['of a place unknown', {}, []],
    ['in a county', { territories: ['t330483'] }, ['t330483']],
    ['in a zone: its county and the zone', { territories: ['t330402', 'jkq'] }, ['t330402', 'jkq']],
    ['with danger to life: the police', { danger: true }, ['gaj']],
    ['on a building site', { sector: 'construction' }, ['jw']],
    ['on a road', { sector: 'transport' }, ['jtj']],
    ['on water works', { sector: 'water' }, ['slj']],
    ['in a state-owned firm', { sector: 'state_owned' }, ['gzw']],
    [
      'with everything at once',
      { territories: ['t330482', 'gq'], danger: true, gathering: true, sector: 'construction' },
      ['gaj', 'jw', 't330482', 'gq'],
    ],
  ])('%s', (_, subject, others) => {
    expect(keys(subject)).toEqual([...firstLine, ...others])
  })

  it('tells for each agency by which rule and on which sentence', () => {
    for (const entry of routeIncident({ ...nowhere, danger: true, territories: ['t330421'] })) {
      expect(entry.rule).not.toBe('')
      expect(entry.basis).not.toBe('')
    }
  })
})

describe('the sector', () => {
  it.each<[string | null, string | null, ReturnType<typeof sectorOf>]>([
    ['某某制衣有限公司', null, null],
    [null, null, null],
    [null, '城南安置房三期', 'construction'],
    ['某某建设有限公司', null, 'construction'],
    [null, '三号地块', 'construction'],
    [null, '鑫达里', 'construction'],
    [null, '乍嘉苏高速改造', 'transport'],
    ['某某劳务公司', '某航道整治工程', 'transport'],
    [null, '平湖塘泵站', 'water'],
    ['某某城投集团', null, 'state_owned'],
    ['大桥镇某某箱包厂', null, null],
    ['建设街道某某服装厂', null, null],
  ])('%s %s: %s', (employer, project, sector) => {
    expect(sectorOf({ employer, project })).toBe(sector)
  })
})
