'use client'

import { useTranslations } from 'use-intl/react'
import type { BoardView } from '#contracts/views.ts'
import { KeyHint } from '#ui/primitives/key-hint.tsx'
import { PartsDown } from '#ui/primitives/parts-down.tsx'
import { coverage } from '#ui/wall/coverage.ts'
import { AuditAge } from './audit-age.tsx'

/** Whether this desk hears everything: link, sources, what is unsent; and the keys. */
export function DeskFoot({
  board,
  cut,
  unsent,
  now,
  showKeys,
}: {
  board: BoardView
  cut: boolean
  unsent: number
  now: number
  showKeys: () => void
}) {
  const t = useTranslations('desk')
  const { sources, checks, audit } = board.pulse
  const { alive, total } = coverage(sources)
  return (
    <footer className="flex h-7 flex-none items-center gap-6 overflow-hidden border-t border-line bg-s1 px-4 text-desk-meta text-t2 max-md:hidden">
      <span className="unbroken flex items-center gap-2">
        <span
          aria-hidden
          className={cut ? 'size-[6px] border border-dashed border-t1' : 'size-[6px] rounded-[50%] bg-accent'}
        />
        {t(cut ? 'linkCut' : 'linkLive')}
      </span>
      <span className="unbroken">{t('sources', { alive, total })}</span>
      <PartsDown checks={checks} className="rounded-control px-2 leading-5" />
      <span className="unbroken">{t('unsent', { count: unsent })}</span>
      <AuditAge audit={audit} agencies={board.agencies} now={now} />
      <span className="ml-auto flex items-center gap-5">
        <KeyName keys={['J', 'K']} name={t('key.move')} />
        <KeyName keys={['A']} name={t('key.a')} />
        <KeyName keys={['D']} name={t('key.d')} />
        <button type="button" onClick={showKeys}>
          <KeyName keys={['?']} name={t('keys')} />
        </button>
      </span>
    </footer>
  )
}

function KeyName({ keys, name }: { keys: string[]; name: string }) {
  return (
    <span className="unbroken flex items-center gap-1">
      {keys.map((key) => (
        <KeyHint key={key}>{key}</KeyHint>
      ))}
      <span className="ml-1">{name}</span>
    </span>
  )
}
