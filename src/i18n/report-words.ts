import type { PartKind, ReportSection, Statement } from '#domain/report/statements.ts'
import type { Locale } from './locale.ts'
import { translatorFor } from './translator.ts'

type Say = ((key: string, blanks?: Record<string, string | number>) => string) & { has(key: string): boolean }
type Named = { key: string; short: string }

/** What a daily report's figures are called: one wording for screen, paper, CSV and command line. */
export function reportWords(locale: Locale, agencies: readonly Named[]) {
  return wordsWith(translatorFor(locale) as unknown as Say, agencies)
}

/** The same with the translator of a page. */
export function wordsWith(say: Say, agencies: readonly Named[]) {
  const part = (kind: PartKind, key: string) => {
    if (kind === 'agency') {
      return agencies.find((one) => one.key === key)?.short ?? say('reports.part.unknown')
    }
    if (kind === 'grade') return say(`grade.level.${key}`)
    const own = `reports.part.${kind}.${key}`
    return say.has(own) ? say(own) : key
  }
  const value = (figure: number | null, unit: Statement['unit']) =>
    figure === null
      ? say('reports.unmeasured')
      : say(`reports.unit.${unit}`, { value: spanned(figure, unit) })
  const partsOf = ({ parts, unit }: Statement) =>
    parts
      .filter((one) => one.value !== 0 && one.value !== null)
      .map(({ kind, key, value: figure }) =>
        figure === 1 && kind === 'agency' && unit === 'count'
          ? part(kind, key)
          : `${part(kind, key)} ${value(figure, unit)}`,
      )
  const name = ({ key }: Pick<Statement, 'key'>) => say(`reports.figure.${key}`)
  return {
    columns: ['section', 'figure', 'part', 'value', 'unit'].map((column) => say(`reports.column.${column}`)),
    head: say('reports.head'),
    section: (section: ReportSection) => say(`reports.section.${section}`),
    ...{ part, value, partsOf, name },
    line: (one: Statement) => {
      const parts = partsOf(one).join(say('reports.join'))
      const made = parts && say('reports.made', { parts })
      if (one.value === null && parts) return say('reports.lineOfParts', { name: name(one), parts: made })
      return say('reports.line', { name: name(one), value: value(one.value, one.unit), parts: made })
    },
  }
}

/** Seconds are told in minutes: nobody reads 5,400 seconds. */
function spanned(figure: number, unit: Statement['unit']): number {
  return unit === 'seconds' ? Math.round((figure / 60) * 10) / 10 : figure
}
