import { identifiesEmployer } from '#domain/facts/employer.ts'
import type { Flag, PostFacts, Span } from './post.ts'

/** Letters a marker or a wall line has room for. */
const longest = 14

/**
 * Who and what in a few words (毛衫厂老板跑路, 喷织厂欠薪三个月); built from the facts, so it holds no personal data.
 * A message that is not about arrears is not kept, unless an officer says it is: then it reads like a claim.
 */
export function writeHeadline(facts: PostFacts, flag: Flag, body: string): string {
  const act = actOf(facts, flag, body)
  return `${whoOf(facts, body, longest - act.length)}${act}`
}

function actOf(facts: PostFacts, flag: Flag, body: string): string {
  if (flag.label === 'settled') return '欠薪已结清'
  if (flag.label === 'hearsay') return '欠薪传闻待核实'
  const danger = facts.danger[0]
  if (danger) return dangerActs[danger.kind]
  const crowd = facts.collective.find((one) => crowdActs[one.kind] !== undefined)
  if (crowd) return crowdActs[crowd.kind] as string
  const flight = facts.flight.find((one) => one.kind === 'fled')
  if (flight) return flightAct(body, flight)
  if (flag.label === 'weak') return facts.flight.length > 0 ? '停产待核实' : '疑似欠薪待核实'
  if (facts.flight.length > 0) return '停产欠薪'
  return facts.months ? `欠薪${periodWord(facts.months.min)}` : '欠薪'
}

/** Who is gone, and whether the words say fled or only out of reach. */
function flightAct(body: string, flight: Span): string {
  const before = body.slice(Math.max(0, flight.start - 8), flight.start)
  const who = /包?工头/u.test(before) ? '包工头' : /项目部|负责人/u.test(before) ? '负责人' : '老板'
  return `${who}${/[跑卷逃]/u.test(body.slice(flight.start, flight.end)) ? '跑路' : '失联'}`
}

const dangerActs: Record<PostFacts['danger'][number]['kind'], string> = {
  height: '欠薪有人登高',
  fire: '欠薪有人欲点火',
  poison: '欠薪有人服毒',
  violence: '讨薪起冲突',
  self_harm: '欠薪有人欲轻生',
  detention: '欠薪扣人扣证',
}

const crowdActs: Partial<Record<PostFacts['collective'][number]['kind'], string>> = {
  blocked_road: '讨薪堵路',
  blocked_gate: '门口讨薪堵门',
  banner: '讨薪拉横幅',
  office: '政府门口讨薪',
  strike: '欠薪罢工',
  gathering: '讨薪聚集',
  petition: '欠薪上访',
  planned: '相约讨薪',
}

function whoOf(facts: PostFacts, body: string, room: number): string {
  const named = nameOf(facts)
  if (named !== '' && named.length <= room) return named
  const place = facts.places[0]?.name ?? ''
  const trade = body.match(/工地|外卖骑手|快递员|车间|幼儿园|学校/u)?.[0] ?? ''
  return [place + trade, place, trade].find((who) => who !== '' && who.length <= room) ?? ''
}

/** A name that holds a star is somebody's; a name that does not fit is left out rather than cut into another name. */
function nameOf(facts: PostFacts): string {
  const name = facts.employer?.name ?? facts.project?.name ?? ''
  if (name.includes('*')) return ''
  return identifiesEmployer(name) ? name.replace(legalForm, '') : name
}

const legalForm = /(?:有限责任公司|股份有限公司|有限公司|集团公司)$/u

const chineseDigits = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

function periodWord(months: number): string {
  if (months === 6) return '半年'
  if (months >= 12 && months % 12 === 0 && months <= 120) return `${chineseDigits[months / 12]}年`
  const whole = Math.floor(months)
  const digits = whole <= 10 ? chineseDigits[whole] : `${whole}`
  if (whole < 1) return ''
  if (months === whole) return `${digits}个月`
  // 一个半月 is said; any finer part is left out with the period, because it would be a false figure.
  return months - whole === 0.5 ? `${digits}个半月` : ''
}
