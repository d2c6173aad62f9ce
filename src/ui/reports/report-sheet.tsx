'use client'

import { useTranslations } from 'use-intl/react'
import type { ReportView } from '#contracts/report.ts'
import type { AgencyView } from '#contracts/views.ts'
import { reportSections, statementsOf } from '#domain/report/statements.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { useMoment } from '#ui/time/use-moment.ts'
import { useReportLines } from './report-lines.tsx'
import { useDayWords, useReportWords } from './use-report-words.ts'

/** One day's report to be read: sections with their figures and what they name, the chain head last. */
export function ReportSheet({ report, agencies }: { report: ReportView; agencies: AgencyView[] }) {
  const t = useTranslations('reports')
  const words = useReportWords(agencies)
  const lines = useReportLines(report, agencies)
  const moment = useMoment()
  const dayWords = useDayWords()
  const statements = statementsOf(report.figures, report.units)
  return (
    <article className="mt-2 flex flex-col gap-6">
      <header>
        <h2 className="text-desk-head font-bold">
          {t('heading', { day: dayWords(report.day), edition: report.edition })}
        </h2>
        <p className="text-desk-body text-t2">
          {t('period', { from: moment(report.fromAt), until: moment(report.untilAt) })}
        </p>
        {report.reason ? (
          <p className="text-desk-body font-semibold">{t('corrected', { reason: report.reason })}</p>
        ) : null}
      </header>
      {reportSections.map((section) => {
        const own = statements.filter((one) => one.section === section)
        if (own.length === 0) return null
        return (
          <section key={section}>
            <h3 className="text-desk-body font-semibold text-t1">{words.section(section)}</h3>
            <dl className="mt-1 divide-y divide-line">
              {own.map((one) => (
                <div
                  key={one.key}
                  className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-1 md:grid-cols-[220px_120px_1fr]"
                >
                  <dt className="text-desk-body text-t2">{words.name(one)}</dt>
                  <dd className="text-right text-desk-body font-semibold tabular-nums">
                    {words.value(one.value, one.unit)}
                  </dd>
                  <dd className="text-desk-body text-t2 max-md:col-span-2">
                    {words.partsOf(one).join(t('join'))}
                  </dd>
                </div>
              ))}
            </dl>
            <ul className="mt-1 list-inside list-disc text-desk-body text-t1">
              {lines(section).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        )
      })}
      <footer className="border-t border-line pt-2 text-desk-meta text-t2">
        <p className="break-all">
          {t('headAt', {
            seq: report.head.seq,
            at: report.head.at ? clockMinutes(report.head.at) : '',
            hash: report.head.hash,
          })}
        </p>
        <p className="break-all">{t('check', { head: `${report.head.seq}:${report.head.hash}` })}</p>
      </footer>
    </article>
  )
}
