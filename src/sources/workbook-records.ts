import { readSheet } from 'read-excel-file/node'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { TableRecord } from './csv-records.ts'
import { unpackZip } from './zip-guard.ts'

/** All parts of a workbook together, unpacked. */
const maxUnpackedBytes = 64 * 1024 * 1024
const maxParts = 500
const maxColumns = 200
const maxCells = 2_000_000

export type WorkbookProblem =
  | 'not_a_workbook'
  | 'old_workbook'
  | 'too_large'
  | 'too_many_rows'
  | 'too_many_columns'

/** True for a ZIP archive, as every .xlsx is one; and for the older .xls, which is told apart to say so. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b]) || startsWith(bytes, oldWorkbook)
}

/** The rows of the first sheet of a workbook somebody else made, `limit` at most. */
export async function readWorkbook(
  bytes: Uint8Array,
  limit: number,
): Promise<Result<TableRecord[], WorkbookProblem>> {
  if (startsWith(bytes, oldWorkbook)) return refusal('old_workbook')
  const zip = unpackZip(bytes, { entries: maxParts, bytes: maxUnpackedBytes })
  if (!zip.ok) {
    if (zip.reason === 'too_large') return refusal('too_large', { limitBytes: maxUnpackedBytes })
    return refusal('not_a_workbook')
  }
  for (const part of zip.parts.values()) {
    // A workbook never has a document type; one that does means to expand entities.
    if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) return refusal('not_a_workbook')
  }
  const size = extentOf(zip.parts)
  if (size.rows > limit || size.cells > maxCells) return refusal('too_many_rows', { limit: limit - 1 })
  if (size.columns > maxColumns) return refusal('too_many_columns', { limit: maxColumns })
  try {
    const rows = await readSheet<string>(Buffer.from(bytes), { trim: false, parseNumber: plainNumber })
    const records = rows.map((cells, at) => ({ line: at + 1, cells: cells.map(cellText) }))
    return ok(records.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')))
  } catch {
    return refusal('not_a_workbook')
  }
}

const oldWorkbook = [0xd0, 0xcf, 0x11, 0xe0]

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}

/** How far the sheets reach: one cell at XFD1048576 would be made a table of billions. */
function extentOf(parts: Map<string, Buffer>): { rows: number; columns: number; cells: number } {
  const extent = { rows: 0, columns: 0, cells: 0 }
  for (const [name, part] of parts) {
    if (!/worksheets\/[^/]+\.xml$/.test(name)) continue
    let [row, column] = [0, 0]
    for (const [, element, reference] of part.toString('latin1').matchAll(places)) {
      if (element === 'row') {
        row = reference ? Number(reference) : row + 1
        column = 0
      } else {
        column = reference ? columnOf(reference) : column + 1
        if (reference) row = Math.max(row, Number(/\d+$/.exec(reference)?.[0] ?? 0))
        extent.cells += 1
      }
      extent.rows = Math.max(extent.rows, row)
      extent.columns = Math.max(extent.columns, column)
    }
  }
  return extent
}

const places = /<(?:\w{1,20}:)?(row|c)(?=[\s/>])(?:[^<>]*?\sr\s*=\s*["']([A-Z]{0,7}\d{1,10})["'])?/g

function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]*/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/** Numbers of work orders are longer than a double is exact, so digits stay as they are written. */
function plainNumber(written: string): string {
  return /^-?\d+(\.\d+)?$/.test(written) ? written : String(Number(written))
}

/** A date cell has no zone: it is the wall clock of whoever typed it. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    return Number.isNaN(cell.getTime())
      ? ''
      : cell.toISOString().slice(0, 19).replace('T', ' ').replace(' 00:00:00', '')
  }
  return String(cell)
}
