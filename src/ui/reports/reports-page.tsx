'use client'

import clsx from 'clsx'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { correctReport } from '#actions/reports.ts'
import type { ListedReportView, ReportListView, ReportView } from '#contracts/report.ts'
import type { AgencyView } from '#contracts/views.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button, buttonLook } from '#ui/primitives/button.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { ReportSheet } from './report-sheet.tsx'
import { UnitDayPanel } from './unit-day-panel.tsx'
import { useDayWords } from './use-report-words.ts'

/** 日报: the day of my unit, all reports by day, and one of them to be read, printed or taken along as figures. */
export function ReportsPage({
  list,
  report,
  agencies,
}: {
  list: ReportListView
  report: ReportView | null
  agencies: AgencyView[]
}) {
  const t = useTranslations('reports')
  return (
    <div className="mx-auto flex w-full max-w-[1280px] flex-col gap-3 p-4">
      <h1 className="text-desk-title font-bold">{t('title')}</h1>
      {list.own ? <UnitDayPanel own={list.own} agencies={agencies} /> : null}
      <div className="grid gap-3 md:grid-cols-[260px_1fr]">
        <Panel caption={t('all')} note={list.reports.length}>
          {list.reports.length === 0 ? <p className="mt-2 text-desk-body text-t3">{t('none')}</p> : null}
          <ul className="mt-2 flex max-h-[70dvh] flex-col divide-y divide-line overflow-y-auto max-md:max-h-48">
            {list.reports.map((one) => (
              <ListedDay
                key={`${one.day}/${one.edition}`}
                one={one}
                open={one.day === report?.day && one.edition === report.edition}
              />
            ))}
          </ul>
        </Panel>
        {report ? (
          <Panel caption={t('caption')}>
            <Acts report={report} />
            <ReportSheet report={report} agencies={agencies} />
          </Panel>
        ) : null}
      </div>
    </div>
  )
}

function ListedDay({ one, open }: { one: ListedReportView; open: boolean }) {
  const t = useTranslations('reports')
  const dayWords = useDayWords()
  return (
    <li>
      <Link
        href={`/reports?day=${one.day}&edition=${one.edition}`}
        aria-current={open ? 'page' : undefined}
        className={clsx('block px-2 py-2 text-desk-body hover:bg-s3', open && 'bg-s3')}
      >
        <span className="font-semibold">
          {one.edition === 1
            ? dayWords(one.day)
            : t('dayEdition', { day: dayWords(one.day), edition: one.edition })}
        </span>
        <span className="block text-desk-meta text-t2">
          {t('listed', { opened: one.opened, open: one.open, missing: one.missing.length })}
        </span>
      </Link>
    </li>
  )
}

function Acts({ report }: { report: ReportView }) {
  const t = useTranslations('reports')
  const locale = useLocale()
  const router = useRouter()
  const [correcting, setCorrecting] = useState(false)
  const asked = `edition=${report.edition}`
  return (
    <p className="mt-2 flex flex-wrap gap-3">
      <a
        className={buttonLook({})}
        href={`/reports/${report.day}/print?${asked}`}
        target="_blank"
        rel="noopener"
      >
        {t('print')}
      </a>
      <a className={buttonLook({})} href={`/api/reports/${report.day}?${asked}&locale=${locale}`} download>
        {t('csv')}
      </a>
      {report.mayCorrect ? <Button onClick={() => setCorrecting(true)}>{t('correct')}</Button> : null}
      {correcting ? (
        <FormDialog
          title={t('correct')}
          note={t('correctNote')}
          submitWords={t('correct')}
          send={(fields) => correctReport({ day: report.day, reason: String(fields.get('reason') ?? '') })}
          close={() => {
            setCorrecting(false)
            router.push(`/reports?day=${report.day}`)
            router.refresh()
          }}
        >
          <label className="block text-desk-body">
            {t('reason')}
            <textarea
              name="reason"
              required
              minLength={4}
              maxLength={200}
              rows={3}
              className="mt-1 block w-full rounded-control border border-line2 bg-transparent p-2"
            />
          </label>
        </FormDialog>
      ) : null}
    </p>
  )
}
