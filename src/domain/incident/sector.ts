import type { Sector } from '#domain/routing/route-tree.ts'
import type { IncidentFacts } from './incident.ts'

const signs: readonly [Sector, RegExp][] = [
  ['transport', /公路|高速|铁路|轨道|大桥|港口|航道|码头/],
  ['water', /水利|河道|泵站|堤|水库|圩/],
  ['state_owned', /国企|国资|城投|交投|水务集团/],
  ['construction', /工地|项目|标段|安置房|花苑|楼盘|地块|建筑|建设|劳务|总包|分包|广场|大厦|府|苑/],
]

/** 大桥镇 and 建设街道 are towns of Jiaxing, and a workshop there builds neither bridges nor houses. */
const townNames = /[\u4e00-\u9fa5]{2}(?:镇|街道)/g

const factory =
  /厂|制造|制衣|针织|喷织|纺织|织造|服饰|服装|箱包|紧固件|皮革|毛衫|电子|机械|塑料|五金|化纤|印染|家具|工业园|产业园/

/** The sector unit that must know, by what the employer or the project is called; null for shops and services. */
export function sectorOf(facts: Pick<IncidentFacts, 'employer' | 'project'>): Sector | null {
  const named = `${facts.employer ?? ''} ${facts.project ?? ''}`.replace(townNames, '')
  const sector = signs.find(([, sign]) => sign.test(named))?.[0]
  if (sector) return sector
  if (facts.project !== null) return 'construction'
  return factory.test(facts.employer ?? '') ? 'factory' : null
}

/** An employer that is a hospital or a school; a site that builds one is a public project instead. */
export function isHospitalOrSchool({ employer }: Pick<IncidentFacts, 'employer'>): boolean {
  return /医院|卫生院|学校|小学|中学|幼儿园/.test(employer ?? '')
}

/** Projects paid for by the public, where the provincial target is no arrears at all. */
export function isPublicProject(facts: Pick<IncidentFacts, 'employer' | 'project'>): boolean {
  const sector = sectorOf(facts)
  if (sector === 'transport' || sector === 'water' || sector === 'state_owned') return true
  return /安置房|政府|学校|医院|市政/.test(facts.project ?? '')
}
