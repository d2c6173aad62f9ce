'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { FourNotsView } from '#contracts/handling.ts'
import { type FourNot, fourNots } from '#domain/incident/four-nots.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'

/** 四不 in the row of facts: what burns stands in full light, with since when; what nobody has set is dashed. */
export function FourNotsFact({ nots }: { nots: FourNotsView | null }) {
  const t = useTranslations('handling.nots')
  return (
    <div className="flex min-w-0 flex-col" data-four-nots>
      <dt className="text-desk-head text-t2">{t('caption')}</dt>
      <dd className="flex min-h-[1.875rem] items-center gap-1">
        {fourNots.map((one) => (
          <Chip key={one} one={one} burns={nots ? nots.answers[one] : null} />
        ))}
      </dd>
      <dd className="truncate text-desk-meta text-t2" title={nots?.evidence}>
        <Since nots={nots} />
      </dd>
    </div>
  )
}

function Chip({ one, burns }: { one: FourNot; burns: boolean | null }) {
  const t = useTranslations('handling.nots')
  return (
    <span
      role="img"
      aria-label={`${t(`name.${one}`)} ${burns === null ? t('unset') : t(burns ? 'yes' : 'no')}`}
      className={clsx(
        'grid size-[22px] place-items-center rounded-[3px] text-desk-body leading-none',
        burns === null && 'border border-dashed border-t3 text-t3',
        burns === true && 'bg-paper font-bold text-ink',
        burns === false && 'bg-s3 text-t2',
      )}
    >
      {t(`letter.${one}`)}
    </span>
  )
}

function Since({ nots }: { nots: FourNotsView | null }) {
  const t = useTranslations('handling.nots')
  if (!nots) return t('unset')
  const [first] = fourNots
    .flatMap((one) => (nots.since[one] ? [{ one, at: nots.since[one] }] : []))
    .sort((a, b) => b.at.localeCompare(a.at))
  return first
    ? t('since', { name: t(`name.${first.one}`), time: clockMinutes(first.at) })
    : t('calm', { time: clockMinutes(nots.at) })
}
