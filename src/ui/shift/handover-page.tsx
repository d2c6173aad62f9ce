'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'use-intl/react'
import type { HandoverView, ShiftView } from '#contracts/roster.ts'
import type { Person } from '#domain/permission.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { LiveQueries } from '#ui/live/live-queries.tsx'
import { read } from '#ui/live/read.ts'
import { buttonLook } from '#ui/primitives/button.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { useMoment } from '#ui/time/use-moment.ts'
import { HandoverSheet } from './handover-sheet.tsx'
import { OfferForm } from './offer-form.tsx'
import { WaitingHandover } from './waiting-handover.tsx'

const refreshEveryMs = 10_000

type Given = { initial: ShiftView; person: Person }

/** 交接班: the sheet at the left, what is written and signed at the right; on a phone one below the other. */
export function HandoverPage(given: Given) {
  return (
    <LiveQueries>
      <ShiftHandover {...given} />
    </LiveQueries>
  )
}

function ShiftHandover({ initial, person }: Given) {
  const t = useTranslations('shift')
  const { data, refetch } = useQuery({
    queryKey: ['shift'],
    queryFn: () => read('shift'),
    initialData: { ok: true as const, value: initial },
    refetchInterval: refreshEveryMs,
    retry: false,
  })
  const shift = data.ok ? data.value : initial
  const refresh = () => void refetch()
  const { sheet, handover, colleagues, signed } = shift
  return (
    <div className="mx-auto flex w-full max-w-[1280px] flex-col gap-3 p-4">
      <header className="flex flex-wrap items-baseline gap-x-4">
        <h1 className="text-desk-title font-bold">{t('title')}</h1>
        <p className="text-desk-body text-t2">{t('endsIn', { at: clockMinutes(sheet.shiftEndsAt) })}</p>
        <Link
          href="/desk"
          className="ml-auto text-desk-body text-t2 underline max-md:flex max-md:h-12 max-md:items-center"
        >
          {t('back')}
        </Link>
      </header>
      <div className="grid items-start gap-3 lg:grid-cols-[1fr_420px]">
        <div className="grid min-w-0 gap-3 lg:order-2">
          {handover ? (
            <WaitingHandover key={handover.id} handover={handover} person={person} refresh={refresh} />
          ) : null}
          {handover?.toId === person.id ? null : (
            <OfferForm
              key={handover?.id ?? 'new'}
              colleagues={colleagues}
              written={handover}
              refresh={refresh}
            />
          )}
        </div>
        <div className="grid min-w-0 gap-3">
          <HandoverSheet sheet={sheet} />
          <Signed signed={signed} />
        </div>
      </div>
    </div>
  )
}

function Signed({ signed }: { signed: HandoverView[] }) {
  const t = useTranslations('shift')
  const moment = useMoment()
  return (
    <Panel caption={t('signed')} note={signed.length}>
      {signed.length === 0 ? <p className="mt-1 text-desk-body text-t3">{t('none')}</p> : null}
      <ul className="mt-1">
        {signed.map((one) => (
          <li
            key={one.id}
            className="flex items-center justify-between gap-3 border-t border-line py-2 text-desk-body first:border-0"
          >
            <span className="min-w-0">
              <span className="block truncate">
                {t('signedLine', { from: one.by.post, to: one.to.post })}
              </span>
              <span className="text-desk-meta text-t3">{one.decidedAt ? moment(one.decidedAt) : ''}</span>
            </span>
            <Link href={`/handover/${one.id}/print`} className={`${buttonLook({})} max-md:h-12`}>
              {t('print')}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
