import { parse } from 'csv-parse/sync'

/** One row of the file; `broken` says why its cells cannot be trusted. */
export type TableRecord = { line: number; cells: string[]; broken?: 'quote_unclosed' | 'unreadable' }

/**
 * Splits the text of a CSV file into rows, at most `limit` of them. The delimiter is read off the first row. A file
 * with one broken quotation mark is read row by row, so that the mark does not swallow the rows below it.
 */
export function readRecords(text: string, limit: number): TableRecord[] {
  const delimiter = sniffDelimiter(text)
  return readWhole(text, delimiter, limit) ?? readRowByRow(text, delimiter, limit)
}

function readWhole(text: string, delimiter: string, limit: number): TableRecord[] | null {
  try {
    const rows: { record: string[]; info: { lines: number } }[] = parse(text, {
      ...options(delimiter),
      info: true,
      to: limit,
    }) as never
    let line = 1
    const records = rows.map(({ record, info }) => {
      const first = line
      line = info.lines + 1
      return { line: first, cells: record }
    })
    // A quotation mark closed many rows later has most likely swallowed them.
    const width = records[0]?.cells.length ?? 0
    const swallowed = records.some(
      ({ cells }) => cells.length !== width && cells.some((cell) => cell.includes('\n')),
    )
    return swallowed ? null : records.filter(({ cells }) => !isBlank(cells))
  } catch {
    return null
  }
}

/** A cell may span lines; beyond so many it is a quotation mark that was never closed. */
const maxLinesOfRow = 100

function readRowByRow(text: string, delimiter: string, limit: number): TableRecord[] {
  const lines = text.split(/\r\n|\n|\r/)
  const records: TableRecord[] = []
  let width: number | null = null
  for (let at = 0; at < lines.length && records.length < limit; ) {
    const row = rowAt(lines, at, delimiter, width)
    width ??= row.cells.length
    if (row.broken || !isBlank(row.cells)) {
      records.push({ line: at + 1, cells: row.cells, ...(row.broken ? { broken: row.broken } : {}) })
    }
    at += row.lines
  }
  return records
}

type Row = { cells: string[]; lines: number; broken?: TableRecord['broken'] }

/** The row that begins at a line, joined with the lines below while a quotation is open. */
function rowAt(lines: string[], at: number, delimiter: string, width: number | null): Row {
  let joined = lines[at] ?? ''
  let open = oddQuotes(joined)
  let count = 1
  while (open && count < maxLinesOfRow && at + count < lines.length) {
    const next = lines[at + count] ?? ''
    joined += `\n${next}`
    if (oddQuotes(next)) open = false
    count++
  }
  if (open) return { cells: [], lines: 1, broken: 'quote_unclosed' }
  const cells = parseRow(joined, delimiter)
  if (count === 1) return cells ? { cells, lines: 1 } : { cells: [], lines: 1, broken: 'unreadable' }
  // Two rows with a stray mark each look like one row over many lines; only the right width makes it one.
  if (cells && (width === null || cells.length === width)) return { cells, lines: count }
  return { cells: [], lines: 1, broken: 'quote_unclosed' }
}

function parseRow(row: string, delimiter: string): string[] | null {
  try {
    return (parse(row, options(delimiter)) as string[][])[0] ?? ['']
  } catch {
    return null
  }
}

function options(delimiter: string) {
  return { delimiter, bom: true, relax_column_count: true, skip_empty_lines: false, cast: false, trim: false }
}

function oddQuotes(line: string): boolean {
  let odd = false
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) odd = !odd
  return odd
}

function sniffDelimiter(text: string): string {
  const head = (/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = [',', '\t', ';', '，'].map((mark) => ({ mark, count: head.split(mark).length - 1 }))
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark
}

function isBlank(cells: string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}
