/** Why an agency must know; `basis` is the sentence of 嘉防欠薪发〔2017〕1号 the duty rests on. */
export type RouteEntry = { agency: string; rule: string; basis: string }

export type RouteSubject = {
  /** Keys of the county and, where it has one, the zone; empty while the place is unknown. */
  territories: readonly string[]
  danger: boolean
  gathering: boolean
  sector: Sector | null
}
export type Sector = 'construction' | 'transport' | 'water' | 'state_owned'

type RouteRule = RouteEntry & { when: (subject: RouteSubject) => boolean }

const always = () => true

/** The three first-line agencies in their fixed order, then those the facts call for. */
const routeRules: readonly RouteRule[] = [
  { agency: 'zfw', rule: 'first_line', basis: '规范分级响应和处置的合力', when: always },
  { agency: 'xcb', rule: 'first_line', basis: '负责欠薪网络舆情监测、通报和处置工作', when: always },
  { agency: 'rsj', rule: 'first_line', basis: '依法受理和查处拖欠工资的违法案件', when: always },
  {
    agency: 'gaj',
    rule: 'danger_to_life',
    basis: '及时妥善处理因拖欠工资引发的社会治安问题',
    when: ({ danger }) => danger,
  },
  {
    agency: 'jw',
    rule: 'sector_construction',
    basis: '督办本领域内因挂靠承包、违法分包、转包、拖欠工程款等造成的欠薪案件',
    when: ({ sector }) => sector === 'construction',
  },
  {
    agency: 'jtj',
    rule: 'sector_transport',
    basis: '督办本领域内因挂靠承包、违法分包、转包、拖欠工程款等造成的欠薪案件',
    when: ({ sector }) => sector === 'transport',
  },
  {
    agency: 'slj',
    rule: 'sector_water',
    basis: '督办本领域内因挂靠承包、违法分包、转包、拖欠工程款等造成的欠薪案件',
    when: ({ sector }) => sector === 'water',
  },
  {
    agency: 'gzw',
    rule: 'sector_state_owned',
    basis: '督促所监管企业的拖欠工资问题',
    when: ({ sector }) => sector === 'state_owned',
  },
]

/** Everyone who must know, once each, in the order they stand on the screens. */
export function routeIncident(subject: RouteSubject): RouteEntry[] {
  const route: RouteEntry[] = routeRules
    .filter((rule) => rule.when(subject))
    .map(({ agency, rule, basis }) => ({ agency, rule, basis }))
  const local = subject.territories.map((agency) => ({ agency, rule: 'territory', basis: '属地政府' }))
  return [...route, ...local]
}
