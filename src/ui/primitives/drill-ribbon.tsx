'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'

/** Says left and right that nothing on this screen is real. */
export function DrillRibbon({ surface }: { surface: 'wall' | 'desk' }) {
  const t = useTranslations('drill')
  const wall = surface === 'wall'
  return (
    <div
      role="note"
      className={clsx(
        'flex flex-none items-center justify-between gap-4 bg-s3 text-t1',
        wall ? 'h-14 px-6 text-[1.75rem]' : 'h-8 px-4 text-desk-head',
      )}
    >
      <span className="flex min-w-0 items-center gap-[1.2em]">
        <DrillWord word={t('word')} />
        <span className="truncate">{t('ribbon')}</span>
      </span>
      <span className="flex flex-none items-center gap-[1.2em]">
        <span className="unbroken max-md:hidden">{t('notReal')}</span>
        <DrillWord word={t('word')} />
      </span>
    </div>
  )
}

function DrillWord({ word }: { word: string }) {
  return (
    <strong className="unbroken flex-none border-2 border-current px-[0.6em] font-black leading-[1.45] tracking-[0.28em] indent-[0.28em]">
      {word}
    </strong>
  )
}
