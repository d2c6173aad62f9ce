import { z } from 'zod'
import type { RawPost } from '#domain/post/post.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { decodeText } from './decode.ts'
import { type HotlineChannel, hotlineChannels } from './hotline.ts'
import { guessMapping, isPersonalHeading, mappingFields } from './hotline-csv-mapping.ts'
import { type CsvRecord, readRecords } from './hotline-csv-records.ts'
import { postOfRow, type RowProblem } from './hotline-csv-row.ts'
import type { SourceWarning } from './source.ts'

/** Which heading holds what; a field without a heading is not read. */
export const hotlineCsvMapping = z.object({
  ...(Object.fromEntries(mappingFields.map((field) => [field, heading()])) as Record<
    (typeof mappingFields)[number],
    ReturnType<typeof heading>
  >),
  text: z.string().min(1).max(200),
  /** The line of every row when no heading says it. */
  defaultChannel: z.enum(hotlineChannels).default('12345'),
})

export type HotlineCsvMapping = z.input<typeof hotlineCsvMapping>

export type HotlineCsv = {
  rows: { line: number; post: RawPost; channel: HotlineChannel }[]
  /** Rows that were not taken, by the line they begin on. */
  errors: RowProblem[]
  /** Cells that could not be read in rows that were taken. */
  warnings: RowProblem[]
  headers: string[]
  sample: Record<string, string>[]
}

export type HotlineCsvProblem =
  | 'empty'
  | 'too_large'
  | 'too_many_rows'
  | 'no_rows'
  | 'column_missing'
  | 'personal_column'
  | 'duplicate_heading'
  | 'bad_mapping'

export type HotlineCsvPreview = {
  headers: string[]
  /** The first rows, cells of personal columns left empty. */
  sample: Record<string, string>[]
  /** Our best guess, for the officer to correct. */
  mapping: Partial<HotlineCsvMapping>
  rowCount: number
  encoding: string
  warnings: SourceWarning[]
}

export const maxCsvBytes = 20 * 1024 * 1024
export const maxCsvRows = 50_000

/** Reads a hotline export with the given mapping; a broken row is listed and costs nothing else. */
export function readHotlineCsv(
  bytes: Uint8Array,
  mapping: HotlineCsvMapping,
  now: Date,
): Result<HotlineCsv, HotlineCsvProblem> {
  const opened = openCsv(bytes)
  if (!opened.ok) return opened
  const { headers, records } = opened.value
  const parsed = hotlineCsvMapping.safeParse(mapping)
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
  const rows: HotlineCsv['rows'] = []
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
export function previewHotlineCsv(bytes: Uint8Array): Result<HotlineCsvPreview, HotlineCsvProblem> {
  const opened = openCsv(bytes)
  if (!opened.ok) return opened
  const { headers, records, encoding, warnings } = opened.value
  const sample = sampleOf(headers, records)
  return ok({ headers, sample, mapping: guessMapping(headers), rowCount: records.length, encoding, warnings })
}

type OpenedCsv = { headers: string[]; records: CsvRecord[]; encoding: string; warnings: SourceWarning[] }

function openCsv(bytes: Uint8Array): Result<OpenedCsv, HotlineCsvProblem> {
  if (bytes.length > maxCsvBytes)
    return refusal('too_large', { limitBytes: maxCsvBytes, bytes: bytes.length })
  const { text, encoding, warnings } = decodeText(bytes)
  if (text.trim() === '') return refusal('empty')
  const [head, ...records] = readRecords(text, maxCsvRows + 2)
  const headers = (head?.cells ?? []).map((cell) => cell.trim())
  if (records.length > maxCsvRows) return refusal('too_many_rows', { limit: maxCsvRows })
  if (records.length === 0) return refusal('no_rows')
  const named = headers.filter((header) => header !== '')
  const twice = named.find((header, at) => named.indexOf(header) !== at)
  if (twice) return refusal('duplicate_heading', { column: twice })
  return ok({ headers, records, encoding, warnings })
}

function sampleOf(headers: string[], records: CsvRecord[]): Record<string, string>[] {
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
