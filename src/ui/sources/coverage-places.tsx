'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { CoverageView, Hearing, PlaceHearing } from '#contracts/coverage.ts'
import { useAge } from './source-words.ts'

/** Each county and zone: heard of or not, with its towns one cell each, and those that went quiet by name. */
export function CoveragePlaces({
  territories,
  at,
}: {
  territories: CoverageView['territories']
  at: string
}) {
  return (
    <ul className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(300px,1fr))] gap-x-6 gap-y-5">
      {territories.map((territory) => (
        <Territory key={territory.code} territory={territory} at={at} />
      ))}
    </ul>
  )
}

function Territory({ territory, at }: { territory: CoverageView['territories'][number]; at: string }) {
  const t = useTranslations('coverage')
  const age = useAge(Date.parse(at))
  const { name, hearing, lately, expected, lastAt, towns } = territory
  const named = (wanted: Hearing) => towns.filter((town) => town.hearing === wanted).map((town) => town.name)
  return (
    <li className="flex min-w-0 flex-col gap-2 text-desk-body">
      <div className="flex items-baseline justify-between gap-3">
        <span className="font-semibold text-t1">{name}</span>
        <span className={hearing === 'blind' ? 'font-semibold text-t1' : 'text-t2'}>
          {t(`state.${hearing}`)}
        </span>
      </div>
      {towns.length > 0 ? <Towns towns={towns} /> : null}
      <p className="text-desk-meta text-t3">
        {[
          t('lately', { count: lately }),
          ...(expected >= 0.5 ? [t('expected', { count: Math.round(expected) })] : []),
          ...(lastAt ? [t('last', { age: age(lastAt) })] : []),
        ].join(' · ')}
      </p>
      <Names hearing="blind" names={named('blind')} />
      <Names hearing="never" names={named('never')} />
    </li>
  )
}

function Names({ hearing, names }: { hearing: 'blind' | 'never'; names: string[] }) {
  const t = useTranslations('coverage')
  if (names.length === 0) return null
  const listed = names.join(' · ')
  return (
    <p className={hearing === 'blind' ? 'font-semibold text-t1' : 'text-desk-meta text-t2'}>
      {hearing === 'blind' ? t('townsBlind', { names: listed }) : t('townsNever', { names: listed })}
    </p>
  )
}

function Towns({ towns }: { towns: PlaceHearing[] }) {
  const t = useTranslations('coverage')
  return (
    <ul className="flex h-5 gap-1">
      {towns.map(({ code, name, hearing, lately }) => (
        <li
          key={code}
          title={`${name} · ${t(`state.${hearing}`)} · ${t('lately', { count: lately })}`}
          className={clsx('min-w-0 flex-1', looks[hearing])}
        />
      ))}
    </ul>
  )
}

const looks: Record<Hearing, string> = {
  heard: 'bg-accent',
  quiet: 'bg-line2',
  blind: 'border-2 border-dashed border-paper',
  never: 'border-2 border-dashed border-line2',
}
