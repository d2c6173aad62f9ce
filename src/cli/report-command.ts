import { type ReportSection, reportSections, statementsOf } from '#domain/report/statements.ts'
import { timeZone } from '#i18n/locale.ts'
import { reportWords } from '#i18n/report-words.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { readReport } from '#use-cases/read-reports.ts'
import { type CommandLine, UsageError } from './command-line.ts'
import { exitCodes } from './exit-codes.ts'
import { systemContext } from './system-context.ts'
import { complain, locale, say, sentenceOf, words } from './words.ts'

/** `anxin report`: the figures of one day's report, as the screen and the paper have them. */
export const reportCommand: CommandLine = {
  name: 'report',
  operands: '',
  options: { day: { type: 'string' }, edition: { type: 'string' }, json: { type: 'boolean' } },
  async run(_, { day, edition, json }) {
    const wanted = edition === undefined ? undefined : Number(edition)
    if (typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(wanted))
      throw new UsageError()
    const read = await readReport(systemContext(), { day, edition: wanted })
    if (!read.ok) {
      complain(sentenceOf(read.refusal))
      return exitCodes.refused
    }
    const report = read.value
    if (json) {
      say(JSON.stringify(report, null, 2))
      return exitCodes.done
    }
    const { head, digest, figures, units } = report
    const written = reportWords(locale, await listAgencies(database()))
    say(words('cli.report', { day, edition: report.edition, at: shown(report.untilAt) }))
    for (const section of reportSections) {
      const statements = statementsOf(figures, units).filter((one) => one.section === section)
      if (statements.length > 0) say(sectionText(section, statements.map(written.line), written.section))
    }
    say(words('cli.reportHead', { head: `${head.seq}:${head.hash}`, digest }))
    return exitCodes.done
  },
}

function sectionText(
  section: ReportSection,
  lines: string[],
  nameOf: (section: ReportSection) => string,
): string {
  return ['', nameOf(section), ...lines.map((line) => `  ${line}`)].join('\n')
}

function shown(instant: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  )
}
