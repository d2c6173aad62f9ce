'use client'

import clsx from 'clsx'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { RegisterCountsView, RegisterFilters } from '#contracts/register.ts'
import { type AgencyView, gradeView } from '#contracts/views.ts'
import { KeyHint } from '#ui/primitives/key-hint.tsx'
import { filtersSet } from './register-address.ts'

/** Kinds of duty that say what line of work an incident is in. */
const kinds = ['construction', 'transport', 'water', 'soe', 'factory', 'overseas', 'unlicensed'] as const
/** Long enough that a word is typed before it is searched. */
const typingMs = 300

type Given = {
  filters: RegisterFilters
  counts: RegisterCountsView | null
  agencies: AgencyView[]
  narrow: (change: Partial<RegisterFilters>) => void
}

/** Everything the register can be narrowed by, each choice with how many it would show. */
export function RegisterFilterBar({ filters, counts, agencies, narrow }: Given) {
  const t = useTranslations('register')
  const grade = useTranslations('rule.numeral')
  const territories = agencies.filter((one) => one.kind === 'territory')
  const named = (key: string) => agencies.find((one) => one.key === key)?.short ?? key
  const owing = agencies.filter(({ key }) => counts?.unaccepted[key] || filters.unaccepted === key)
  return (
    <search className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <WordsField words={filters.words} narrow={narrow} />
      <Choice
        label={t('grade')}
        value={filters.grade}
        keys={gradeView.options}
        name={(key) => grade(key as 'I')}
        counts={counts?.grade}
        choose={(value) => narrow({ grade: value as RegisterFilters['grade'] })}
      />
      <Choice
        label={t('territory')}
        value={filters.territory}
        keys={territories.map(({ key }) => key)}
        name={named}
        counts={counts?.territory}
        choose={(territory) => narrow({ territory })}
      />
      <Choice
        label={t('kind')}
        value={filters.kind}
        keys={kinds}
        name={(key) => t(`kinds.${key as 'soe'}`)}
        counts={counts?.kind}
        choose={(kind) => narrow({ kind })}
      />
      <Choice
        label={t('unaccepted')}
        value={filters.unaccepted}
        keys={owing.map(({ key }) => key)}
        name={named}
        counts={counts?.unaccepted}
        choose={(unaccepted) => narrow({ unaccepted })}
      />
      <Labelled label={t('days')}>
        <span className="flex items-center gap-1">
          <Day label={t('from')} value={filters.from} max={filters.to} choose={(from) => narrow({ from })} />
          –
          <Day label={t('to')} value={filters.to} min={filters.from} choose={(to) => narrow({ to })} />
        </span>
      </Labelled>
      <button
        type="button"
        aria-pressed={filters.overdue === '1'}
        onClick={() => narrow({ overdue: filters.overdue ? undefined : '1' })}
        className={clsx(
          look,
          'unbroken px-3',
          filters.overdue ? 'border-transparent bg-paper font-semibold text-ink' : 'text-t1 hover:bg-s3',
        )}
      >
        {t('overdue')}
        <span className="ml-1 opacity-70">{counts?.overdue}</span>
      </button>
      {filtersSet(filters) > 0 ? (
        <button
          type="button"
          className="unbroken h-9 px-2 text-desk-body text-accent underline underline-offset-4 max-md:h-12"
          onClick={() => narrow(nothing)}
        >
          {t('clear')}
        </button>
      ) : null}
    </search>
  )
}

const look = 'rounded-control border border-line2 bg-bg text-desk-body h-9 max-md:h-12 max-md:text-phone-body'

const nothing: Partial<RegisterFilters> = {
  ...{ state: undefined, grade: undefined, territory: undefined, kind: undefined, unaccepted: undefined },
  ...{ overdue: undefined, from: undefined, to: undefined, words: undefined },
}

function WordsField({ words = '', narrow }: { words: string | undefined; narrow: Given['narrow'] }) {
  const t = useTranslations('register')
  const [typed, setTyped] = useState(words)
  useEffect(() => setTyped(words), [words])
  useEffect(() => {
    const wanted = typed.trim()
    if (wanted === words) return
    const timer = setTimeout(() => narrow({ words: wanted || undefined }), typingMs)
    return () => clearTimeout(timer)
  }, [typed, words, narrow])
  return (
    <label className={clsx(look, 'flex min-w-52 flex-1 items-center gap-2 px-3 max-md:basis-full')}>
      <input
        type="search"
        data-register-search
        value={typed}
        maxLength={100}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
        placeholder={t('words')}
        aria-label={t('words')}
        className="min-w-0 flex-1 bg-transparent text-t1 outline-none placeholder:text-t3"
      />
      <span className="text-t3 max-md:hidden">
        <KeyHint>/</KeyHint>
      </span>
    </label>
  )
}

function Choice({
  label,
  value,
  keys,
  name,
  counts = {},
  choose,
}: {
  label: string
  value: string | undefined
  keys: readonly string[]
  name: (key: string) => string
  counts: Record<string, number> | undefined
  choose: (key: string | undefined) => void
}) {
  const t = useTranslations('register')
  return (
    <Labelled label={label}>
      <select
        aria-label={label}
        value={value ?? ''}
        onChange={(event) => choose(event.target.value || undefined)}
        className={clsx(look, 'w-full px-2', value ? 'font-semibold text-t1' : 'text-t2')}
      >
        <option value="">{t('any')}</option>
        {keys.map((key) => (
          <option key={key} value={key}>
            {name(key)} {counts[key] ?? 0}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

function Day({
  label,
  value,
  choose,
  ...bounds
}: {
  label: string
  value: string | undefined
  min?: string | undefined
  max?: string | undefined
  choose: (day: string | undefined) => void
}) {
  return (
    <input
      type="date"
      aria-label={label}
      value={value ?? ''}
      {...bounds}
      onChange={(event) => choose(event.target.value || undefined)}
      className={clsx(look, 'min-w-0 px-2 text-t1')}
    />
  )
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className="flex min-w-0 flex-col gap-1 max-md:flex-1 max-md:basis-[45%]">
      <span className="text-desk-meta text-t3">{label}</span>
      {children}
    </span>
  )
}
