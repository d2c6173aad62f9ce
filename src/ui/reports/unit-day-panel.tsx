'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { reportUnitDay } from '#actions/reports.ts'
import type { UnitDayView } from '#contracts/report.ts'
import type { AgencyView } from '#contracts/views.ts'
import { isNothingToReport } from '#domain/report/zero-report.ts'
import { useAct } from '#ui/handling/use-act.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { useDayWords } from './use-report-words.ts'

const counted = ['opened', 'closed', 'open', 'unaccepted', 'overdue'] as const

/** 零报告: the day of my unit, to be confirmed by one press; a note is optional. */
export function UnitDayPanel({ own, agencies }: { own: UnitDayView; agencies: AgencyView[] }) {
  const t = useTranslations('reports')
  const dayWords = useDayWords()
  const router = useRouter()
  const { busy, answer, act } = useAct()
  const [note, setNote] = useState('')
  const { day, counts, said, late, silentSources } = own
  const nothing = isNothingToReport(counts)
  const send = async (zero: boolean) => {
    await act(zero ? 'zero' : 'figures', () =>
      reportUnitDay({ day, zero, seen: counts, note: note.trim() || null }),
    )
    router.refresh()
  }
  return (
    <Panel
      caption={t('own', { agency: agencyName(agencies, own.agency), day: dayWords(day) })}
      note={t(late ? 'closedAt' : 'closesAt', { at: clockMinutes(own.closesAt) })}
    >
      <dl className="mt-3 flex flex-wrap gap-x-10 gap-y-3">
        {counted.map((key) => (
          <div key={key}>
            <dt className="text-desk-meta text-t2">{t(`count.${key}`)}</dt>
            <dd className="text-desk-title font-semibold tabular-nums">{counts[key]}</dd>
          </div>
        ))}
      </dl>
      {silentSources > 0 ? (
        <p className="mt-2 text-desk-body font-semibold">{t('blind', { count: silentSources })}</p>
      ) : null}
      {said ? (
        <p className="mt-3 text-desk-body">
          {t('said', {
            what: t(`state.${said.state}`),
            at: said.at ? clockMinutes(said.at) : '',
            post: said.post ?? '',
          })}
        </p>
      ) : null}
      <label className="mt-3 block text-desk-body">
        <span className="text-t2">{t('note')}</span>
        <input
          value={note}
          maxLength={300}
          onChange={(event) => setNote(event.target.value)}
          className="mt-1 block h-8 w-full rounded-control border border-line2 bg-transparent px-2 max-md:h-12"
        />
      </label>
      <p className="mt-3 flex flex-wrap items-center gap-3">
        <Button
          variant={said ? 'plain' : 'primary'}
          busy={busy !== null}
          className="max-md:h-12"
          onClick={() => void send(nothing)}
        >
          {t(said ? 'sayAgain' : nothing ? 'sayNothing' : 'sayFigures')}
        </Button>
        <output className="text-desk-body font-semibold">{answer}</output>
      </p>
    </Panel>
  )
}
