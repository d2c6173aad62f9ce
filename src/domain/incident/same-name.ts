import { identifiesEmployer } from '#domain/facts/employer.ts'
import { remembered } from '#domain/remembered.ts'

/** True when both names are read as one employer: full or short, 厂 or 公司, with or without its place in front. */
export function sameEmployer(a: string, b: string): boolean {
  const [x, y] = [partsOf(a), partsOf(b)]
  if (x.core === '' || y.core === '') return false
  if (x.county && y.county && x.county !== y.county) return false
  if (x.core === y.core || endsWithOther(x.core, y.core)) return true
  return (
    x.brand.length >= shortestBrand && x.brand === y.brand && (!x.trade || !y.trade || x.trade === y.trade)
  )
}

/** 鑫达制衣 tells one employer from another; 毛衫厂, 桐乡毛衫厂 and 某某公司 name a kind. */
export function namesEmployer(name: string): boolean {
  return partsOf(name).isProper
}

/** The kind of work a name speaks of (制衣 for 服装厂); null when it says none. */
export function tradeOf(name: string): string | null {
  return partsOf(name).kind || null
}

/** Keys under which an index may hold a name that stands somewhere in a text; long texts are looked at in their beginning. */
export function textKeys(body: string): string[] {
  return [
    ...new Set(
      runsOf(
        body
          .normalize('NFKC')
          .replace(/[^\p{L}]/gu, '')
          .slice(0, 400),
      ),
    ),
  ]
}

/** True when both names are read as one site; 二期 and 三期, or two sections, are two. */
export function sameProject(a: string, b: string): boolean {
  const [x, y] = [siteOf(a), siteOf(b)]
  if (phaseOf(a) && phaseOf(b) && phaseOf(a) !== phaseOf(b)) return false
  return x === y || (Math.min(x.length, y.length) >= longEnough && (x.includes(y) || y.includes(x)))
}

/** 城南安置房 names a site; 安置房工地 and 学校项目 name a kind. */
export function namesProject(name: string): boolean {
  const site = siteOf(name)
  return site.length >= 2 && !siteKinds.test(site)
}

/** The part of an employer's name that would stand in a text that names it loosely (绿沅木业); null when too short to be sure. */
export function employerInText(name: string): string | null {
  const { core } = partsOf(name)
  return core.length >= longEnough ? core : null
}

/** The part of a site's name that would stand in a text that names it loosely. */
export function projectInText(name: string): string | null {
  const site = siteOf(name)
  return site.length >= longEnough ? site : null
}

/** What an index holds for the names of an incident, so that whatever may be the same name is found by it. */
export function nameKeys({
  employer,
  project,
}: {
  employer: string | null
  project: string | null
}): string[] {
  const keys = new Set<string>()
  if (employer && namesEmployer(employer)) {
    const { core, brand } = partsOf(employer)
    for (const key of [core, brand, ...runsOf(core)]) if (key.length >= shortestBrand) keys.add(key)
  }
  if (project && namesProject(project))
    for (const key of [siteOf(project), ...runsOf(siteOf(project))]) keys.add(key)
  return [...keys]
}

const shortestBrand = 2
/** From so many letters on, one name within another is the same name. */
const longEnough = 4

/** `isProper`: it names one employer, not a kind. */
type NameParts = {
  core: string
  brand: string
  kind: string
  trade: string
  county: string
  isProper: boolean
}
/** Names remembered with their parts: the incidents of a city name some thousands. */
const namesMost = 5_000

const lead = /^(?:一家|这家|那家|某家|一个|该|本|我们|某(?=[^某]{0,4}厂$))/
const legalForm =
  /(?:有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|集团|第?[一二三四五六七八九十\d]*分公司|公司|工厂|厂)$/
const placeInFront =
  /^(?:浙江省?)?(?:嘉兴市?)?(南湖|秀洲|桐乡|海宁|平湖|嘉善|海盐|经开区|港区)?[市县区]?(?:[\u4e00-\u9fa5]{2,3}?(?:镇|街道))?/
/** Their kind is the name, told apart by the place in front: 平湖中学. */
const institution = /(?:中学|小学|幼儿园|学校|医院|教育局)(?:工程|项目)?$/

/** Kind of work, the word it is told by in a name, and its spellings: 制衣 and 服装 are one name, 喷织 and 织造 are not. */
const trades: readonly [kind: string, word: string, ending: RegExp][] = [
  ['制衣', '制衣', /(?:制衣|服装|服饰|时装|成衣)$/],
  ['毛衫', '毛衫', /(?:羊毛衫|毛衫)$/],
  ['毛衫', '针织', /(?:针织|毛织)$/],
  ['织造', '喷织', /喷织$/],
  ['织造', '织造', /(?:织造|纺织)$/],
  ['织造', '经编', /经编$/],
  ['织造', '布艺', /(?:布艺|布业)$/],
  ['印染', '印染', /印染$/],
  ['皮革', '箱包', /(?:箱包|皮具)$/],
  ['皮革', '皮革', /(?:皮革|制革)$/],
  ['建设', '建设', /(?:建设工程|建筑工程|建设|建筑|建工)$/],
  ['劳务', '劳务', /(?:建筑劳务|劳务|人力资源)$/],
  ['装饰', '装饰', /(?:装饰工程|装饰|装修|装潢)$/],
  ['家具', '家具', /(?:家具|家居|木业)$/],
  ['五金', '五金', /五金$/],
  ['五金', '紧固件', /(?:紧固件|标准件)$/],
  ['机械', '机械', /(?:机械|机电)$/],
  ['电子', '电子', /(?:电子|光电)$/],
  ['电子', '电器', /电器$/],
  ['食品', '食品', /食品$/],
  ['塑料', '塑料', /(?:塑料|塑胶|塑业)$/],
  ['包装', '包装', /包装$/],
  ['包装', '纸箱', /(?:纸箱|纸业)$/],
  ['餐饮', '餐饮', /(?:餐饮|餐厅)$/],
  ['餐饮', '饭店', /(?:饭店|酒店)$/],
  ['餐饮', '火锅', /(?:火锅店|火锅)$/],
  ['制鞋', '制鞋', /(?:制鞋|鞋业|鞋)$/],
  ['物流', '物流', /物流$/],
  ['物流', '快递', /快递$/],
  ['物业', '物业', /物业$/],
]

const partsOf = remembered(namesMost, (name): NameParts => {
  const whole = withoutLead(name)
  const core = strip(whole, legalForm)
  const [front, county = ''] = placeInFront.exec(core) ?? ['']
  const local = core.slice(front.length)
  const trade = trades.find(([, , ending]) => ending.test(local))
  const brand = trade ? local.replace(trade[2], '') : local
  const named = brand.length >= shortestBrand && !institution.test(local)
  const known = named || trade ? local : core
  return {
    core: known,
    brand,
    isProper: isProperName(whole, known, brand),
    kind: trade?.[0] ?? '',
    trade: trade?.[1] ?? '',
    county,
  }
})

function isProperName(whole: string, core: string, brand: string): boolean {
  if (institution.test(core)) return !/某/.test(core) && core.replace(institution, '') !== ''
  if (/^某*$/.test(brand)) return false
  return brand.length >= shortestBrand && identifiesEmployer(whole)
}

function withoutLead(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\(.*?\)|\s/g, '')
    .replace(lead, '')
}

const siteEnding = /(?:建设工程|项目部|项目|工地|工程|在建|小区)$/
const siteKinds =
  /^(?:工地|项目|工程|项目部|安置房|学校|医院|厂房|办公楼|商品房|住宅|建筑|装修|装饰|市政|绿化|水电|道路|花苑|家园|广场|大厦|标段|地块)$/
const phase = /[一二三四五六七八九十\d]+(?:期|标段|号地块|#楼|号楼|楼)/

const siteOf = remembered(namesMost, (name): string => {
  const whole = withoutLead(name).replace(new RegExp(phase, 'g'), '')
  const site = strip(whole, siteEnding)
  const [front = ''] = placeInFront.exec(site) ?? []
  return site.length - front.length >= shortestBrand ? site.slice(front.length) : site
})

function phaseOf(name: string): string | null {
  return phase.exec(name)?.[0] ?? null
}

function strip(name: string, ending: RegExp): string {
  const shorter = name.replace(ending, '')
  return shorter === name || shorter === '' ? name : strip(shorter, ending)
}

function endsWithOther(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= longEnough && (a.endsWith(b) || b.endsWith(a))
}

/** Runs of four letters: two names of which one holds the other share one. */
function runsOf(name: string): string[] {
  const runs: string[] = []
  for (let at = 0; at + longEnough <= name.length; at += 1) runs.push(name.slice(at, at + longEnough))
  return runs
}
