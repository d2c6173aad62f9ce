import { z } from 'zod'
import type { RawPost } from '#domain/post/post.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { readRecords, type TableRecord } from './csv-records.ts'
import { decodeText } from './decode.ts'
import { type HotlineChannel, hotlineChannels } from './hotline.ts'
import { guessMapping, isPersonalHeading, mappingFields } from './hotline-mapping.ts'
import { postOfRow, type RowProblem } from './hotline-row.ts'
import type { SourceWarning } from './source.ts'
import { isWorkbook, readWorkbook, type WorkbookProblem } from './workbook-records.ts'

/** Which heading holds what; a field without a heading is not read. */
export const hotlineMapping = z.object({
  ...(Object.fromEntries(mappingFields.map((field) => [field, heading()])) as Record<
    (typeof mappingFields)[number],
    ReturnType<typeof heading>
  >),
  text: z.string().min(1).max(200),
  /** The line of every row when no heading says it. */
  defaultChannel: z.enum(hotlineChannels).default('12345'),
})

export type HotlineMapping = z.input<typeof hotlineMapping>

export type HotlineTable = {
  rows: { line: number; post: RawPost; channel: HotlineChannel }[]
  /** Rows that were not taken, by the line they begin on. */
  errors: RowProblem[]
  /** Cells that could not be read in rows that were taken. */
  warnings: RowProblem[]
  headers: string[]
  sample: Record<string, string>[]
}

export type HotlineTableProblem =
  | WorkbookProblem
  | 'empty'
  | 'no_rows'
  | 'column_missing'
  | 'personal_column'
  | 'duplicate_heading'
  | 'bad_mapping'

export type HotlineTablePreview = {
  headers: string[]
  /** Headings that name a person or a way to reach one: never read, cannot be mapped. */
  personal: string[]
  /** The first rows, cells of personal columns left empty. */
  sample: Record<string, string>[]
  /** Our best guess, for the officer to correct. */
  mapping: Partial<HotlineMapping>
  rowCount: number
  encoding: string
  warnings: SourceWarning[]
}

export const maxTableBytes = 20 * 1024 * 1024
export const maxTableRows = 50_000

/** Reads a hotline export (CSV or XLSX) with the given mapping; a broken row is listed and costs nothing else. */
export async function readHotlineTable(
  bytes: Uint8Array,
  mapping: HotlineMapping,
  now: Date,
): Promise<Result<HotlineTable, HotlineTableProblem>> {
  const opened = await openTable(bytes)
  if (!opened.ok) return opened
  const { headers, records } = opened.value
  const parsed = hotlineMapping.safeParse(mapping)
  if (!parsed.success) {
    return refusal('bad_mapping', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
  }
  for (const field of mappingFields) {
    const column = parsed.data[field]
    if (!column) continue
    if (isPersonalHeading(column)) return refusal('personal_column', { field, column })
    if (!headers.includes(column)) return refusal('column_missing', { field, column })
  }
  const errors: RowProblem[] = []
  const warnings: RowProblem[] = []
  const rows: HotlineTable['rows'] = []
  for (const record of records) {
    const row = postOfRow(record, headers, parsed.data, now)
    if (!row.ok) errors.push(row.problem)
    else {
      rows.push({ line: record.line, post: row.post, channel: row.channel })
      warnings.push(...row.warnings)
    }
  }
  return ok({ rows, errors, warnings, headers, sample: sampleOf(headers, records) })
}

/** Shows what an export holds before anything is imported. */
export async function previewHotlineTable(
  bytes: Uint8Array,
): Promise<Result<HotlineTablePreview, HotlineTableProblem>> {
  const opened = await openTable(bytes)
  if (!opened.ok) return opened
  const { headers, records, encoding, warnings } = opened.value
  const sample = sampleOf(headers, records)
  const personal = headers.filter((header) => header !== '' && isPersonalHeading(header))
  const [mapping, rowCount] = [guessMapping(headers), records.length]
  return ok({ headers, personal, sample, mapping, rowCount, encoding, warnings })
}

type OpenedTable = { headers: string[]; records: TableRecord[]; encoding: string; warnings: SourceWarning[] }

async function openTable(bytes: Uint8Array): Promise<Result<OpenedTable, HotlineTableProblem>> {
  if (bytes.length > maxTableBytes)
    return refusal('too_large', { limitBytes: maxTableBytes, bytes: bytes.length })
  const read = isWorkbook(bytes) ? await openWorkbook(bytes) : openCsv(bytes)
  if (!read.ok) return read
  const [head, ...records] = read.value.records
  const headers = (head?.cells ?? []).map((cell) => cell.trim())
  if (records.length > maxTableRows) return refusal('too_many_rows', { limit: maxTableRows })
  if (records.length === 0) return refusal('no_rows')
  const named = headers.filter((header) => header !== '')
  const twice = named.find((header, at) => named.indexOf(header) !== at)
  if (twice) return refusal('duplicate_heading', { column: twice })
  return ok({ ...read.value, headers, records })
}

type Opened = Result<Omit<OpenedTable, 'headers'>, HotlineTableProblem>

function openCsv(bytes: Uint8Array): Opened {
  const { text, encoding, warnings } = decodeText(bytes)
  if (text.trim() === '') return refusal('empty')
  return ok({ records: readRecords(text, maxTableRows + 2), encoding, warnings })
}

async function openWorkbook(bytes: Uint8Array): Promise<Opened> {
  const read = await readWorkbook(bytes, maxTableRows + 1)
  return read.ok ? ok({ records: read.value, encoding: 'xlsx', warnings: [] }) : read
}

function sampleOf(headers: string[], records: TableRecord[]): Record<string, string>[] {
  return records
    .filter((record) => !record.broken)
    .slice(0, 5)
    .map((record) =>
      Object.fromEntries(
        headers.map((header, at) => [
          header,
          isPersonalHeading(header) ? '' : (record.cells[at] ?? '').slice(0, 200),
        ]),
      ),
    )
}

function heading() {
  return z.string().min(1).max(200).optional()
}
