'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { IncidentView } from '#contracts/views.ts'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { gradesWorstFirst } from './grade-order.ts'

/** How many are open, by grade; a zero is written only while some source lives. */
export function OpenCount({ incidents, blind }: { incidents: IncidentView[]; blind: boolean }) {
  const t = useTranslations('wall')
  const unknown = blind && incidents.length === 0
  return (
    <div className="pointer-events-none absolute top-5 left-8 z-[600] flex flex-col">
      <h2 className="text-wall-line font-medium text-t2">{t('open')}</h2>
      <strong className="-ml-1 text-wall-count font-semibold leading-none tracking-[-0.02em]">
        {unknown ? '?' : incidents.length}
      </strong>
      {blind ? <span className="unbroken text-wall-line">{t('blind')}</span> : null}
      <ul className="mt-5 flex gap-6 lg:flex-col lg:gap-0">
        {gradesWorstFirst.map((grade) => {
          const count = incidents.filter((incident) => incident.grade === grade).length
          return (
            <li key={grade} className="flex h-16 items-center gap-5">
              <GradeBadge grade={grade} size={44} tone={count === 0 ? 'zero' : 'normal'} />
              <span
                className={clsx(
                  'text-[3rem] font-semibold leading-none',
                  count === 0 ? 'text-t3/60' : 'text-t1',
                )}
              >
                {unknown ? '?' : count}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
