import type { Sector } from '#domain/routing/route.ts'
import type { IncidentFacts } from './incident.ts'

const signs: readonly [Sector, RegExp][] = [
  ['transport', /公路|高速|铁路|轨道|大桥|港口|航道|码头/],
  ['water', /水利|河道|泵站|堤|水库|圩/],
  ['state_owned', /国企|国资|城投|交投|水务集团/],
  ['construction', /工地|项目|标段|安置房|花苑|楼盘|地块|建筑|建设|劳务|总包|分包|广场|大厦|府|苑/],
]

/** 大桥镇 and 建设街道 are towns of Jiaxing, and a workshop there builds neither bridges nor houses. */
const townNames = /[\u4e00-\u9fa5]{2}(?:镇|街道)/g

/** The sector unit that must know, by what the employer or the project is called; null for ordinary firms. */
export function sectorOf(facts: Pick<IncidentFacts, 'employer' | 'project'>): Sector | null {
  const named = `${facts.employer ?? ''} ${facts.project ?? ''}`.replace(townNames, '')
  if (facts.project !== null && !signs.some(([, sign]) => sign.test(named))) return 'construction'
  return signs.find(([, sign]) => sign.test(named))?.[0] ?? null
}

/** Projects paid for by the public, where the provincial target is no arrears at all. */
export function isPublicProject(facts: Pick<IncidentFacts, 'employer' | 'project'>): boolean {
  const sector = sectorOf(facts)
  if (sector === 'transport' || sector === 'water' || sector === 'state_owned') return true
  return /安置房|政府|学校|医院|市政/.test(facts.project ?? '')
}
