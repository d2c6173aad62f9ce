'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { PreviewView } from '#contracts/coverage.ts'
import type { Refusal } from '#domain/result.ts'
import { Button } from '#ui/primitives/button.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { clockMinutes, shanghai, two } from '#ui/time/shanghai.ts'
import { useProblemWords } from './problem-words.ts'

export type Trial = 'reading' | { preview: PreviewView } | { refusal: Refusal } | { unreachable: true }

/** What a source says at the moment, and what of it would be flagged; nothing of it is kept. */
export function SourcePreview({ name, trial, close }: { name: string; trial: Trial; close: () => void }) {
  const t = useTranslations('sources')
  const refusalText = useRefusalText()
  return (
    <section aria-live="polite" className="rounded-tile bg-s2 px-4 py-3">
      <div className="flex items-start justify-between gap-3">
        <p className="font-semibold text-t1">
          {trial === 'reading' ? t('previewing') : null}
          {trial !== 'reading' && 'preview' in trial ? <Summary name={name} preview={trial.preview} /> : null}
          {trial !== 'reading' && 'refusal' in trial ? refusalText(trial.refusal) : null}
          {trial !== 'reading' && 'unreachable' in trial ? t('unreachable') : null}
        </p>
        {trial === 'reading' ? null : (
          <Button onClick={close} className="max-md:h-12">
            {t('previewClose')}
          </Button>
        )}
      </div>
      {trial !== 'reading' && 'preview' in trial ? <Items preview={trial.preview} /> : null}
    </section>
  )
}

function Summary({ name, preview }: { name: string; preview: PreviewView }) {
  const t = useTranslations('sources')
  const { problem, count, flagged, tookMs } = preview
  const seconds = (tookMs / 1_000).toFixed(1)
  return problem
    ? t('previewFailed', { name, seconds })
    : t('previewTitle', { name, count, flagged, seconds })
}

function Items({ preview: { problem, warnings, count, items } }: { preview: PreviewView }) {
  const t = useTranslations('sources')
  const words = useProblemWords()
  return (
    <>
      {[...(problem ? [problem] : []), ...warnings].map((one) => (
        <p key={one.code} className="mt-1 text-t2">
          {words(one)}
        </p>
      ))}
      {!problem && count === 0 ? <p className="mt-1 text-t2">{t('previewNone')}</p> : null}
      <ul>
        {items.map(({ body, publishedAt, flagged }) => (
          <li
            key={`${publishedAt} ${body}`}
            className="mt-2 grid grid-cols-[7rem_1fr] gap-3 border-t border-line pt-2 max-md:grid-cols-1 max-md:gap-1"
          >
            <span className="text-desk-meta text-t3">
              {publishedAt ? stamp(publishedAt) : t('undated')}
              <span className={clsx('block max-md:ml-3 max-md:inline', flagged && 'font-semibold text-t1')}>
                {flagged ? t('previewFlagged') : null}
              </span>
            </span>
            <span
              className={clsx('min-w-0 whitespace-pre-line break-words', flagged ? 'text-t1' : 'text-t2')}
            >
              {body}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** 11-23 14:00 */
function stamp(at: string): string {
  const { month, day } = shanghai(at)
  return `${two(month)}-${two(day)} ${clockMinutes(at)}`
}
