'use client'

import { useTranslations } from 'use-intl/react'
import { KeyHint } from '#ui/primitives/key-hint.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { clockSeconds } from '#ui/time/shanghai.ts'
import type { Review } from './use-review.ts'

/** What was judged a moment ago, what came of it, and how long it can be taken back. */
export function LastJudgement({ state: { last }, now, undo }: Review) {
  const t = useTranslations('review')
  const refusalText = useRefusalText()
  if (!last) return <p className="text-desk-body text-t3">{t('noneYet')}</p>
  const { item, verdict, undoUntil, refused } = last
  const left = undoUntil ? Math.ceil((Date.parse(undoUntil) - now) / 1000) : 0
  return (
    <div className="flex min-w-0 items-center gap-4 text-desk-body" role="status">
      <span className="unbroken text-t3">{t('justNow')}</span>
      <span className="min-w-0 flex-1 truncate">{item.body}</span>
      {refused ? (
        <strong className="font-semibold">{saidAgainst(refused, refusalText)}</strong>
      ) : (
        <>
          <strong className="unbroken font-semibold">{t(`verdict.${verdict}`)}</strong>
          {undoUntil === null ? <span className="unbroken text-t3">{t('sending')}</span> : null}
          {undoUntil !== null && left <= 0 ? (
            <span className="unbroken text-t3">{t(`done.${verdict}`)}</span>
          ) : null}
          {undoUntil === null || left > 0 ? (
            <button
              type="button"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => void undo()}
              className="unbroken flex items-center gap-2 max-lg:h-12"
            >
              <KeyHint>Z</KeyHint>
              {left > 0 ? t('undoLeft', { seconds: Math.min(left, 10) }) : t('undo')}
            </button>
          ) : null}
        </>
      )}
    </div>
  )
}

type Refused = NonNullable<NonNullable<Review['state']['last']>['refused']>

/** Instants of a refusal are read by a clock here. */
function saidAgainst(refused: Refused, refusalText: (refused: Refused) => string): string {
  const { at } = refused.details
  if (typeof at !== 'string') return refusalText(refused)
  return refusalText({ ...refused, details: { ...refused.details, at: clockSeconds(at) } })
}
