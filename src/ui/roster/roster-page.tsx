'use client'

import clsx from 'clsx'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { RosterView } from '#contracts/roster.ts'
import type { AgencyView } from '#contracts/views.ts'
import { nextDay } from '#domain/clock/working-days.ts'
import { Button, buttonLook } from '#ui/primitives/button.tsx'
import { DayDialog } from './day-dialog.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { RosterHistory } from './roster-history.tsx'
import { RosterList } from './roster-list.tsx'
import { RosterTable } from './roster-table.tsx'
import { ShiftHours } from './shift-hours.tsx'
import { useGapWords } from './use-gap-words.ts'

type Given = { roster: RosterView; agencies: AgencyView[]; now: number }

/** 值班表: a fortnight of every agency, holes in light, and who changed what. */
export function RosterPage({ roster, agencies, now }: Given) {
  const t = useTranslations('roster')
  const [restOnly, setRestOnly] = useState(false)
  const [editing, setEditing] = useState<{ agency: string; day: string } | null>(null)
  const [pasting, setPasting] = useState(false)
  const [everyone, setEveryone] = useState(false)
  const mayPaste = roster.agencies.some(({ mine }) => mine)
  const kept = roster.agencies.filter(({ kept: keepsOne }) => keepsOne)
  const others = roster.agencies.length - kept.length
  const shown = {
    ...roster,
    days: roster.days.filter(({ rest }) => rest || !restOnly),
    agencies: everyone ? roster.agencies : kept,
  }
  const edit = (agency: string, day: string) => setEditing({ agency, day })
  return (
    <div className="mx-auto flex w-full max-w-[1680px] flex-col gap-3 p-4">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-desk-title font-bold">{t('title')}</h1>
        <p className="min-w-0 flex-1 text-desk-body text-t2 max-md:basis-full">{t('note')}</p>
        <Turning roster={roster} />
        <Button aria-pressed={restOnly} className="max-md:h-12" onClick={() => setRestOnly(!restOnly)}>
          {t(restOnly ? 'all' : 'restOnly')}
        </Button>
        {mayPaste ? (
          <Button variant="primary" className="max-md:h-12" onClick={() => setPasting(true)}>
            {t('paste')}
          </Button>
        ) : null}
      </header>
      <Gaps roster={roster} agencies={agencies} now={now} />
      <RosterTable roster={shown} agencies={agencies} edit={edit} />
      <RosterList roster={{ ...shown, agencies: roster.agencies }} agencies={agencies} edit={edit} />
      {others > 0 ? (
        <Button className="self-start max-md:hidden" onClick={() => setEveryone(!everyone)}>
          {everyone ? t('fewer') : t('others', { count: others })}
        </Button>
      ) : null}
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <RosterHistory roster={roster} agencies={agencies} />
        <ShiftHours key={roster.hours.version} hours={roster.hours} />
      </div>
      {editing ? (
        <DayDialog
          key={`${editing.agency} ${editing.day}`}
          {...editing}
          roster={roster}
          agencies={agencies}
          close={() => setEditing(null)}
        />
      ) : null}
      {pasting ? (
        <PasteDialog version={roster.version} agencies={agencies} close={() => setPasting(false)} />
      ) : null}
    </div>
  )
}

/** The fortnight before and after. */
function Turning({ roster: { days, today } }: { roster: RosterView }) {
  const t = useTranslations('roster')
  const [first, last] = [days[0]?.day ?? today, days.at(-1)?.day ?? today]
  const before = new Date(Date.parse(`${first}T00:00:00Z`) - days.length * 86_400_000)
    .toISOString()
    .slice(0, 10)
  const link = clsx(buttonLook({}), 'max-md:h-12')
  return (
    <nav className="flex gap-2">
      {first > today ? (
        <Link href={before <= today ? '/admin/shifts' : `/admin/shifts?from=${before}`} className={link}>
          {t('earlier')}
        </Link>
      ) : null}
      <Link href={`/admin/shifts?from=${nextDay(last)}`} className={link}>
        {t('later')}
      </Link>
    </nav>
  )
}

const gapsNamed = 4

function Gaps({ roster: { gaps }, agencies, now }: Given) {
  const t = useTranslations('roster')
  const words = useGapWords(agencies, now)(gaps)
  if (words.length === 0) return null
  return (
    <section className="on-paper rounded-tile px-4 py-3 text-desk-body">
      <h2 className="font-semibold">{t('gaps', { count: gaps.length })}</h2>
      <ul className="mt-1 grid gap-x-6 md:grid-cols-2">
        {words.slice(0, gapsNamed).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {words.length > gapsNamed ? <li>{t('moreGaps', { count: words.length - gapsNamed })}</li> : null}
      </ul>
      <p className="mt-1 text-desk-meta">{t('gapNote')}</p>
    </section>
  )
}
