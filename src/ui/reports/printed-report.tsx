'use client'

import { useTranslations } from 'use-intl/react'
import type { ReportView } from '#contracts/report.ts'
import type { AgencyView } from '#contracts/views.ts'
import { reportSections, statementsOf } from '#domain/report/statements.ts'
import { Paper, PaperRow } from '#ui/handling/paper.tsx'
import { useMoment } from '#ui/time/use-moment.ts'
import { useReportLines } from './report-lines.tsx'
import { useDayWords, useReportWords } from './use-report-words.ts'
import './report-paper.css'

/** 日报 on paper; the chain head stands in small type at its foot, so that the paper proves the log. */
export function PrintedReport({
  report,
  agencies,
  drill,
  printedAt,
}: {
  report: ReportView
  agencies: AgencyView[]
  drill: boolean
  printedAt: string
}) {
  const t = useTranslations('reports')
  const words = useReportWords(agencies)
  const lines = useReportLines(report, agencies)
  const moment = useMoment()
  const dayWords = useDayWords()
  const statements = statementsOf(report.figures, report.units)
  return (
    <div className="report-paper">
      <Paper
        title={t('paperTitle')}
        drill={drill}
        printedAt={printedAt}
        signatures={[t('sign.leader'), t('sign.duty')]}
      >
        <PaperRow label={t('paper.day')}>
          {t('heading', { day: dayWords(report.day), edition: report.edition })}
        </PaperRow>
        <PaperRow label={t('paper.period')}>
          {t('period', { from: moment(report.fromAt), until: moment(report.untilAt) })}
        </PaperRow>
        {report.reason ? <PaperRow label={t('paper.corrected')}>{report.reason}</PaperRow> : null}
        {reportSections.map((section) => {
          const own = statements.filter((one) => one.section === section)
          if (own.length === 0) return null
          return (
            <PaperRow key={section} label={words.section(section)}>
              <p>
                {own.map(words.line).join(t('stop'))}
                {t('full')}
              </p>
              {lines(section).map((line) => (
                <p key={line} className="report-paper-line">
                  {line}
                </p>
              ))}
            </PaperRow>
          )
        })}
        <PaperRow label={t('paper.head')}>
          <span className="report-paper-head">
            {report.head.seq}:{report.head.hash}
          </span>
          <span className="report-paper-head">{t('check', { head: `${report.head.seq}:…` })}</span>
        </PaperRow>
      </Paper>
    </div>
  )
}
