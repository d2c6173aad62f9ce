'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { Verdict } from '#domain/review/verdict.ts'
import { KeyHint } from '#ui/primitives/key-hint.tsx'

/** The five kinds beside yes and no, by their key. */
export const kindKeys: readonly { key: string; verdict: Verdict }[] = [
  { key: '1', verdict: 'asking' },
  { key: '2', verdict: 'hearsay' },
  { key: '3', verdict: 'settled' },
  { key: '4', verdict: 'other_debt' },
  { key: '5', verdict: 'elsewhere' },
]

/** Yes and no look the same and neither is preselected: colour would push the hand. */
export function VerdictKeys({
  disabled,
  judge,
  skip,
}: {
  disabled: boolean
  judge: (verdict: Verdict) => void
  skip: () => void
}) {
  const t = useTranslations('review')
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-[1fr_1fr_96px] gap-3 lg:grid-cols-[1fr_1fr_200px]">
        <Large
          hint="Y"
          name={t('verdict.claim')}
          note={t('after.claim')}
          disabled={disabled}
          press={() => judge('claim')}
        />
        <Large
          hint="N"
          name={t('verdict.not_ours')}
          note={t('after.not_ours')}
          disabled={disabled}
          press={() => judge('not_ours')}
        />
        <Large hint={t('space')} name={t('skip')} note={t('skipNote')} disabled={disabled} press={skip} />
      </div>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {kindKeys.map(({ key, verdict }) => (
          <button
            key={key}
            type="button"
            disabled={disabled}
            title={t(`after.${verdict}`)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => judge(verdict)}
            className="unbroken flex h-8 items-center gap-2 text-desk-body text-t1 hover:underline disabled:opacity-50 max-lg:h-12 max-lg:rounded-control max-lg:border max-lg:border-line2 max-lg:px-3"
          >
            <KeyHint>{key}</KeyHint>
            {t(`verdict.${verdict}`)}
          </button>
        ))}
      </div>
    </div>
  )
}

function Large({
  hint,
  name,
  note,
  disabled,
  press,
}: {
  hint: string
  name: string
  note: string
  disabled: boolean
  press: () => void
}) {
  return (
    <button
      type="button"
      disabled={disabled}
      // A button that holds the focus would take the space bar for itself.
      onMouseDown={(event) => event.preventDefault()}
      onClick={press}
      className={clsx(
        'flex h-16 min-w-0 items-center gap-4 rounded-tile border border-line2 bg-s2 px-4 text-left hover:bg-s3 lg:h-[86px]',
        disabled && 'opacity-50',
      )}
    >
      <kbd className="hidden h-12 min-w-12 place-items-center rounded-control border border-line2 px-2 font-sans text-desk-figure font-semibold lg:grid">
        {hint}
      </kbd>
      <span className="grid min-w-0">
        <span className="unbroken text-desk-title font-bold leading-tight">{name}</span>
        <span className="truncate text-desk-body text-t2 max-lg:text-desk-meta">{note}</span>
      </span>
    </button>
  )
}
