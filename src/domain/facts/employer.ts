import { asWritten, type Folded, spanOf } from '#domain/flagging/fold.ts'
import type { NameMention, Span } from '#domain/post/post.ts'
import {
  blamedAfter,
  blamedBefore,
  findEndings,
  leadIn,
  type NameEnding,
  namedAsAnother,
  saysKind,
  sentenceWords,
  workedAfter,
} from './employer-shapes.ts'

/** A name at its place in the folded text; the surest wins, among equals the first. */
type Candidate = { start: number; end: number; rank: number }

/** Letters before which a name begins. */
const outside = /[\s,，。、;；:：!！?？"“”'‘’()（）【】《》<>[\]/]/u
const longestName = 24

/**
 * The employer who owes, by its own name or by its kind (喷织厂); null when only 公司 or 厂 is said. `aboutWages` lets
 * names without a legal form count too, where the message blames them or somebody works there.
 */
export function readEmployer(folded: Folded, aboutWages = true): NameMention | null {
  const { text } = folded
  const endings = findEndings(text)
  const candidates = endings.flatMap((ending) => candidateOf(text, ending, aboutWages))
  if (aboutWages) candidates.push(...blamedNames(text), ...headingName(text))
  let best: Candidate | null = null
  for (const candidate of candidates) {
    const rank = candidate.rank + blameFor(text, candidate)
    if (candidate.rank > 0 && (best === null || rank > best.rank)) best = { ...candidate, rank }
  }
  return best && { name: asWritten(folded, best.start, best.end), ...spanOf(folded, best.start, best.end) }
}

/** True when the name tells one employer from another; 喷织厂 or 服装厂 does not. */
export function identifiesEmployer(name: string): boolean {
  return !saysKind.test(name)
}

/** Takes the place off the front of a workshop (濮院毛衫厂 → 毛衫厂); a registered name keeps it. */
export function withoutPlaceInFront(
  employer: NameMention | null,
  places: readonly Span[],
): NameMention | null {
  if (!employer || /(?:公司|集团)$/u.test(employer.name)) return employer
  const inFront = places.find(({ start, end }) => start === employer.start && end < employer.end)
  if (!inFront) return employer
  const name = employer.name.slice(inFront.end - inFront.start)
  return withoutPlaceInFront({ ...employer, name, start: inFront.end }, places)
}

function candidateOf(text: string, ending: NameEnding, aboutWages: boolean): Candidate[] {
  if (ending.kind === 'form') return nameWithForm(text, ending)
  if (!aboutWages) return []
  return ending.kind === 'trade' ? nameOfTrade(text, ending) : publicBody(text, ending)
}

/** 某某有限公司, 某某厂: the ending itself says that it is an employer. */
function nameWithForm(text: string, ending: NameEnding): Candidate[] {
  const { end } = ending
  const word = text.slice(ending.start, end)
  if (isOtherWord(word, text.slice(end, end + 2))) return []
  const start = nameStart(text, ending.start)
  return [{ start, end, rank: rankName(text.slice(start, end), word) }]
}

/** 某某装饰, 某某健身: a name where people work there or it is blamed. */
function nameOfTrade(text: string, ending: NameEnding): Candidate[] {
  const { end } = ending
  const after = text.slice(end, end + 8)
  if (!blamedAfter.test(after) && !workedAfter.test(after)) return []
  const start = nameStart(text, ending.start)
  const own = text.slice(start, ending.start)
  return own.length < 2 || own.length > 8 || sentenceWords.test(own) ? [] : [{ start, end, rank: 2 }]
}

/** A public body, only where the message blames it. */
function publicBody(text: string, ending: NameEnding): Candidate[] {
  const { end } = ending
  const start = nameStart(text, ending.start)
  const own = text.slice(start, ending.start)
  if (own.length < 1 || own.length > 10 || sentenceWords.test(own) || offices.test(text.slice(start, end)))
    return []
  const blamed =
    blamedAfter.test(text.slice(end, end + 8)) || blamedBefore.test(text.slice(Math.max(0, start - 4), start))
  return blamed ? [{ start, end, rank: 2 }] : []
}

/** Whoever stands between “complaint about” or a full stop and the word of owing. */
function* blamedNames(text: string): Generator<Candidate> {
  for (const match of text.matchAll(blamedPlainly)) {
    const name = (match[1] as string).replace(leadIn, '')
    const start = match.index + match[0].lastIndexOf(name)
    if (name.length < 3 || sentenceWords.test(name) || noName.test(name) || offices.test(name)) continue
    yield { start, end: start + name.length, rank: 0.5 }
  }
}

/** Offices people turn to for help are not the ones who owe. */
const offices = /劳动|人社|人力|社保|信访|监察|公安|派出|司法|仲裁|税务|市场监管|工商/u

const blamedPlainly =
  /(?:(?:^|[\n。,;!? ])(?:投诉|举报|反映|本人是|我是)?|投诉|举报|反映|本人是)([\u4e00-\u9fa5a-z0-9]{3,12}?)(?:公司)?(?:恶意|长期|无故|一直|多次|经常|违法|违反劳动法)?(?:拖欠|克扣|扣发|欠薪|拖工资|不发工资|的在职员工|的员工)/gu

/** Sorts of people and things that may stand before 拖欠 and are nobody's name. */
const noName =
  /^(?:.*(?:单位|企业|公司|老板|工头|包工头|厂里|工厂|学校|项目部?|工地|甲方|总包|平台|店里|老总|负责人|经理|财务|政府|领导|本人|大家|目前|现在|每月|每个月|至今|期间|时间|开始|从此|以来|恶意|公然|严重|[年月日号天])|[^\u4e00-\u9fa5]*)$/u

/** The heading of a review or complaint that is nothing but a name. */
function* headingName(text: string): Generator<Candidate> {
  const end = text.indexOf('\n')
  if (end < 4 || end > 20) return
  const heading = text.slice(0, end)
  if (sentenceWords.test(heading) || notHeading.test(heading)) return
  const name = heading.split(/[\s/(]/u)[0] as string
  if (name.length >= 4) yield { start: 0, end: name.length, rank: 0.6 }
}

const notHeading =
  /[欠薪讨要求拿领付给发没未不无,。!?:;、]|工钱|血汗|求助|投诉|举报|反映|咨询|请|被|了|吗|的|民工|农民|教师|补贴|补助|绩效|待遇|合同|劳动|离职|辞职|社保|加班|关于|建议|希望|维权|仲裁/u

/** Whoever is blamed in so many words is surer than the others a message names. */
function blameFor(text: string, { start, end }: Candidate): number {
  const before = text.slice(Math.max(0, start - 8), start)
  const after = text.slice(end, end + 10)
  if (namedAsAnother.test(before)) return -0.4
  if (blamedAfter.test(after)) return 1.7
  return blamedBefore.test(before) || workedAfter.test(after) ? 0.2 : 0
}

/** 厂区, 学校项目: the ending goes on and is no employer. */
function isOtherWord(ending: string, after: string): boolean {
  return (ending === '厂' && /^[区长房里内门址商牌]/u.test(after)) || /^(?:项目|工程|工地)/u.test(after)
}

/** 0 is no name; a registered form is surer than a shop's name, that than a mere kind. */
function rankName(name: string, ending: string): number {
  const own = name.slice(0, -ending.length)
  if (saysKind.test(name)) return 0.3
  if (own === '' || /^(?:[总分子母本贵该新老小大原上全各我]|整个|外包|外地|同一?个?)$/u.test(own)) return 0
  if (sentenceWords.test(own) || (own.length < 2 && ending === '公司')) return 0
  return /有限|集团|公司$/u.test(ending) ? (ending.includes('有限') ? 4 : 3) : 2.5
}

function nameStart(text: string, endingStart: number): number {
  let start = endingStart
  while (start > 0 && endingStart - start < longestName) {
    const before = text[start - 1] as string
    const bracket = before === ')' ? text.slice(Math.max(0, start - 7), start).lastIndexOf('(') : -1
    if (bracket !== -1) start = Math.max(0, start - 7) + bracket
    else if (outside.test(before)) break
    else start--
  }
  const head = text.slice(start, endingStart)
  const cut = head.match(leadIn)
  return start + (cut ? cut[0].length : 0)
}
