'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { tryRoutes } from '#actions/grading.ts'
import type { TriedRouteView } from '#contracts/routing.ts'
import type { AgencyView } from '#contracts/views.ts'
import type { Result } from '#domain/result.ts'
import type { RouteLine } from '#domain/routing/route-tree.ts'
import { RouteList } from '#ui/grading/route-panel.tsx'
import { GradeReason } from '#ui/incident/grade-reason.tsx'
import { Panel } from '#ui/incident/panel.tsx'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { RefusedLine } from '#ui/rules/try-box.tsx'
import { OptionalFigure } from './optional-figure.tsx'

/** Typed or changed no more for so long: it is tried. */
const restMs = 350

/** 此事件会转给 …: a text or figures, and whom the edited tree would tell, by which line and sentence, at which grade. */
export function TryRoutes({ lines, agencies }: { lines: RouteLine[]; agencies: AgencyView[] }) {
  const t = useTranslations('routes')
  const [text, setText] = useState('')
  const [workers, setWorkers] = useState<number | null>(null)
  const [amountYuan, setAmount] = useState<number | null>(null)
  const [online, setOnline] = useState(true)
  const tried = useTried({ lines, text, workers, amountYuan, online })
  return (
    <Panel caption={t('try')} note={t('tryNote')}>
      <textarea
        aria-label={t('try')}
        value={text}
        maxLength={20_000}
        rows={3}
        placeholder={t('tryHint')}
        onChange={(event) => setText(event.target.value)}
        className="mt-2 w-full rounded-control border border-line2 bg-s1 px-3 py-2 text-desk-evidence text-t1 placeholder:text-t3"
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-desk-body text-t2">
        <OptionalFigure label={t('people')} value={workers} change={setWorkers} />
        <OptionalFigure label={t('yuan')} value={amountYuan} change={setAmount} />
        <label className="flex min-h-9 items-center gap-2 max-md:min-h-12">
          <input
            type="checkbox"
            checked={online}
            onChange={(event) => setOnline(event.target.checked)}
            className="size-4 accent-(--accent)"
          />
          {t('online')}
        </label>
      </div>
      {tried?.ok ? <Outcome tried={tried.value} agencies={agencies} /> : null}
      {tried && !tried.ok ? <RefusedLine refusal={tried.refusal} /> : null}
    </Panel>
  )
}

type Tried = Parameters<typeof tryRoutes>[0]

function useTried(wanted: Tried): Result<TriedRouteView> | null {
  const [tried, setTried] = useState<Result<TriedRouteView> | null>(null)
  const asked = JSON.stringify(wanted)
  const empty = wanted.text.trim() === '' && !wanted.workers && !wanted.amountYuan
  useEffect(() => {
    if (empty) return setTried(null)
    let left = false
    const timer = setTimeout(async () => {
      const answer = await tryRoutes(JSON.parse(asked)).catch(() => null)
      if (!left && answer) setTried(answer)
    }, restMs)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [asked, empty])
  return tried
}

function Outcome({ tried, agencies }: { tried: TriedRouteView; agencies: AgencyView[] }) {
  const t = useTranslations('routes')
  const { grade, place, sector, flagged, route } = tried
  const sectorName = useTranslations('routes.sector') as unknown as (key: string) => string
  return (
    <div className="mt-3 border-t-2 border-accent pt-2">
      <p className="flex items-center gap-3 text-desk-body">
        <GradeBadge grade={grade} size={28} />
        <span className="text-t2">
          {[place ?? t('nowhere'), sector ? sectorName(sector) : t('noSector')].join(' · ')}
        </span>
        {flagged ? null : <strong className="ml-auto font-semibold">{t('notFlagged')}</strong>}
      </p>
      <GradeReason incident={tried} />
      <h3 className="mt-3 text-desk-body font-semibold">{t('wouldGo', { count: route.length })}</h3>
      <RouteList route={route} agencies={agencies} />
    </div>
  )
}
