import type { ReadReport } from '#contracts/report.ts'
import { statementsOf } from '#domain/report/statements.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Locale } from '#i18n/locale.ts'
import { reportWords } from '#i18n/report-words.ts'
import { listAgencies } from '#store/agencies.ts'
import type { Context } from './context.ts'
import { readReport } from './read-reports.ts'
import { recordExport } from './record-export.ts'

/** So that a spreadsheet reads Chinese as Chinese. */
const byteOrderMark = '\ufeff'

/** The figures of a report as CSV, one line a figure or a part of one; the log tells that it left the house. */
export async function exportReport(
  context: Context,
  { locale, ...asked }: ReadReport & { locale: Locale },
): Promise<Result<{ csv: string }>> {
  const read = await readReport(context, asked)
  if (!read.ok) return read
  const { figures, units, day, edition, head } = read.value
  const words = reportWords(locale, await listAgencies(context.db))
  const lines = statementsOf(figures, units).flatMap(({ section, key, value, unit, parts }) => [
    [words.section(section), words.name({ key }), '', value ?? '', unit],
    ...parts.map((part) => [
      words.section(section),
      words.name({ key }),
      words.part(part.kind, part.key),
      part.value ?? '',
      unit,
    ]),
  ])
  const rows = [
    words.columns,
    ...lines,
    ['', words.head, `${day} ${edition}`, `${head.seq}:${head.hash}`, ''],
  ]
  await recordExport(context, { what: 'reports', count: lines.length })
  return ok({ csv: byteOrderMark + rows.map((row) => row.map(cell).join(',')).join('\r\n') })
}

function cell(value: string | number): string {
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
