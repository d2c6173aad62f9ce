'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'use-intl/react'
import type { IncidentDetailView } from '#contracts/incident-detail.ts'
import { fetchPart } from '#ui/live/fetch-part.ts'
import { Panel } from './panel.tsx'

const HourBars = dynamic(
  () => fetchPart(() => import('#ui/charts/hour-bars.tsx')).then((file) => file.HourBars),
  {
    ssr: false,
  },
)

/** How its posts come in: the last day hour by hour, what would be usual, and the public platforms it is on. */
export function SpreadPanel({ detail }: { detail: IncidentDetailView }) {
  const t = useTranslations('incident.spread')
  const related = useTranslations('incident.related')
  const { spread } = detail
  if (!spread) return null
  const { level, hours, platforms, posts, expected, views = null, reposts = null } = spread
  return (
    <Panel
      caption={t('caption')}
      note={t('note')}
      aside={
        <span
          className={
            level > 0 ? 'unbroken text-desk-body font-semibold text-t1' : 'unbroken text-desk-body text-t2'
          }
        >
          {t('level', { level: String(level) })}
        </span>
      }
    >
      <div className="mt-2 h-14 border-b border-t3">
        <HourBars hours={hours} />
      </div>
      <p className="mt-2 text-desk-body text-t1">{t('expected', { posts, expected })}</p>
      <p className="text-desk-body text-t2">
        {t('platforms', { count: platforms.length, names: platforms.join('、') })}
      </p>
      {views !== null || reposts !== null ? (
        <p className="text-desk-body text-t2">{t('reach', { views: views ?? 0, reposts: reposts ?? 0 })}</p>
      ) : null}
      {detail.related ? (
        <p className="mt-1 text-desk-body text-t2">{related('linked', detail.related)}</p>
      ) : null}
    </Panel>
  )
}
