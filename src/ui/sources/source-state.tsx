'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { SourceState } from '#contracts/views.ts'

/** Alive is accent; late is half of it; what we do not hear is hollow and dashed; paused is quiet. */
export function SourceStateMark({ state, pushed }: { state: SourceState; pushed: boolean }) {
  const t = useTranslations('sources.state')
  const unheard = state === 'silent' || state === 'failed'
  return (
    <span
      className={clsx(
        'unbroken inline-flex items-center gap-2',
        unheard ? 'font-semibold text-t1' : state === 'alive' ? 'text-t1' : 'text-t3',
      )}
    >
      <span aria-hidden className={clsx('relative block h-[18px] w-[10px] overflow-hidden', marks[state])}>
        {state === 'late' ? <span className="absolute inset-x-0 bottom-0 h-1/2 bg-accent" /> : null}
      </span>
      {t(state === 'new' && pushed ? 'newPushed' : state)}
    </span>
  )
}

const marks: Record<SourceState, string> = {
  alive: 'bg-accent',
  late: 'bg-line2',
  silent: 'border-2 border-dashed border-paper',
  failed: 'border-2 border-dashed border-paper',
  new: 'border-2 border-dashed border-line2',
  paused: 'bg-line2',
}
