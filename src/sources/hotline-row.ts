import { createHash } from 'node:crypto'
import type { RawPost, StatedFacts } from '#domain/post/post.ts'
import type { TableRecord } from './csv-records.ts'
import { isPlausible, readDate } from './feed-date.ts'
import type { HotlineChannel } from './hotline.ts'
import type { MappingField } from './hotline-mapping.ts'
import { htmlToLine, htmlToText } from './html-text.ts'

/** Something about one row; `line` is where it begins in the file. Never carries a cell's text. */
export type RowProblem = { line: number; code: string; details: Record<string, string | number> }

type Mapping = Partial<Record<MappingField, string>> & { defaultChannel: HotlineChannel }

export type ReadRow =
  | { ok: true; post: RawPost; channel: HotlineChannel; warnings: RowProblem[] }
  | { ok: false; problem: RowProblem }

const maxText = 20_000

/** Makes the raw post of one row; only the mapped columns are looked at. */
export function postOfRow(record: TableRecord, headers: string[], mapping: Mapping, now: Date): ReadRow {
  const { line } = record
  const no = (code: string, details: RowProblem['details'] = {}) =>
    ({ ok: false, problem: { line, code, details } }) as const
  if (record.broken) return no(record.broken)
  const extra = record.cells.slice(headers.length).filter((cell) => cell.trim() !== '')
  if (extra.length > 0) return no('too_many_cells', { expected: headers.length, found: record.cells.length })
  const cell = (field: MappingField) => {
    const column = mapping[field]
    return column ? (record.cells[headers.indexOf(column)] ?? '').trim() : ''
  }
  const text = htmlToText(cell('text'))
  if (text === '') return no('text_missing', { column: mapping.text ?? '' })
  if (text.length > maxText) return no('text_too_long', { limit: maxText, length: text.length })
  const warnings: RowProblem[] = []
  const warn = (code: string, field: MappingField) =>
    warnings.push({ line, code, details: { column: mapping[field] ?? '' } })
  const title = htmlToLine(cell('title')).slice(0, 500)
  const stated = statedIn(cell, mapping, warn)
  const publishedAt = dateIn(cell('receivedAt'), now, (code) => warn(code, 'receivedAt'))
  const said = { title, text, url: null, publishedAt, ...(Object.keys(stated).length > 0 ? { stated } : {}) }
  const channel = channelOf(cell('channel')) ?? mapping.defaultChannel
  const externalId = cell('id').slice(0, 200) || identityOf(said, channel)
  return { ok: true, post: { externalId, ...said }, channel, warnings }
}

/** What stays the same when the export is made again, whatever its column order, spacing or encoding. */
function identityOf(post: Omit<RawPost, 'externalId'>, channel: string): string {
  const canonical = [channel, post.publishedAt?.toISOString() ?? '', post.title, post.text, post.stated ?? {}]
  const folded = JSON.stringify(canonical).normalize('NFKC').replace(/\s+/g, '')
  return `row:${createHash('sha256').update(folded).digest('hex')}`
}

function statedIn(
  cell: (field: MappingField) => string,
  mapping: Mapping,
  warn: (code: string, field: MappingField) => void,
): StatedFacts {
  const stated: StatedFacts = {}
  const place = [cell('county'), cell('town'), cell('place')].filter((part) => part !== '')
  if (place.length > 0) stated.place = joinPlace(place).slice(0, 200)
  const employer = cell('employer')
  if (employer !== '') stated.employer = employer.slice(0, 200)
  for (const field of ['workers', 'amountYuan'] as const) {
    const written = cell(field)
    if (written === '') continue
    const inWan = field === 'amountYuan' && /万元/.test(mapping.amountYuan ?? '')
    const number = numberIn(written, inWan)
    if (number === null) warn('number_unreadable', field)
    else stated[field] = number
  }
  return stated
}

/** 嘉善县 + 魏塘街道 + 嘉善县魏塘街道某路 is said once. */
function joinPlace(parts: string[]): string {
  return parts.reduce((whole, part) => {
    if (part.includes(whole)) return part
    return whole.includes(part) ? whole : `${whole}${part}`
  })
}

/** One plain number with its unit; anything vaguer (二三十, 10-20) is left to the reader of the text. */
function numberIn(written: string, inWan: boolean): number | null {
  const bare = written.normalize('NFKC').replace(/[,\s]/g, '')
  const found =
    /^约?(?:¥|￥|人民币)?(\d{1,12}(?:\.\d{1,6})?)(万|亿)?(?:余|多)?(?:人|名|个|元|圆|元整)?$/.exec(bare)
  if (!found) return null
  const unit = found[2] === '亿' ? 100_000_000 : found[2] === '万' ? 10_000 : inWan ? 10_000 : 1
  return Math.round(Number(found[1]) * unit * 100) / 100
}

function dateIn(written: string, now: Date, note: (code: string) => void): Date | null {
  if (written === '') return null
  const date = readDate(written)
  if (date && isPlausible(date, now)) return date
  note(date ? 'date_implausible' : 'date_unreadable')
  return null
}

const channelWords: [RegExp, HotlineChannel][] = [
  [/12345|政务热线|市长热线/, '12345'],
  [/12333|人社热线/, '12333'],
  [/110|警情|公安|报警/, '110'],
  [/网格|grid/i, 'grid'],
  [/工会|12351|union/i, 'union'],
  [/信访|来访|来信|petition/i, 'petition'],
]

function channelOf(written: string): HotlineChannel | null {
  if (written === '') return null
  return channelWords.find(([pattern]) => pattern.test(written))?.[1] ?? 'other'
}
