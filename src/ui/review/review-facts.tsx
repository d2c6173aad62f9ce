'use client'

import { useTranslations } from 'use-intl/react'
import type { ReviewItem } from '#contracts/review.ts'
import { useFactWords } from '#ui/incident/fact-words.ts'

/** What could be read, each claimed and unchecked; what is not said is said to be so. */
export function ReviewFacts({ item: { facts } }: { item: ReviewItem }) {
  const t = useTranslations('review')
  const field = useTranslations('incident.field')
  const words = useFactWords()
  const figure = (value: { figure: string; unit: string } | null) => value && `${value.figure} ${value.unit}`
  const shown = [
    [field('place'), facts.place?.name ?? null],
    [field('workers'), figure(words.workers(facts))],
    [field('amount'), figure(words.amount(facts))],
    [field('period'), figure(words.months(facts))],
    [field('employer'), facts.employer],
  ] as const
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3 border-y border-line py-3 sm:grid-cols-3 lg:grid-cols-5">
      {shown.map(([name, value]) => (
        <div key={name} className="min-w-0">
          <dt className="text-desk-body text-t2">{name}</dt>
          <dd className={value ? 'truncate text-desk-queue font-semibold' : 'text-desk-queue text-t2'}>
            {value ?? t('unsaid')}
          </dd>
          <dd className="text-desk-body text-t2">{t(value ? 'claimed' : 'unchecked')}</dd>
        </div>
      ))}
    </dl>
  )
}
