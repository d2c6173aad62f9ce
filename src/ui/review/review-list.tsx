'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import { Button } from '#ui/primitives/button.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { currentItem } from './review-state.ts'
import type { Review } from './use-review.ts'

/** What waits, oldest first, with the score each came in with. */
export function ReviewList({ state, now, readAt, failed, tell, look }: Review) {
  const t = useTranslations('review')
  const here = currentItem(state)
  const seconds = Math.max(0, Math.round((now - Date.parse(readAt)) / 1000))
  return (
    <section aria-label={t('waiting')} className="flex min-h-0 flex-col border-r border-line bg-s1">
      <header className="flex h-12 flex-none items-center gap-3 border-b border-line px-4">
        <h2 className="text-desk-head font-semibold">{t('waiting')}</h2>
        <span className="text-desk-head text-t2">{t('oldestFirst', { count: state.waiting })}</span>
        <span className={clsx('ml-auto text-desk-meta', failed ? 'font-semibold text-t1' : 'text-t3')}>
          {t(failed ? 'unread' : 'readAgo', { seconds })}
        </span>
      </header>
      <ol className="min-h-0 flex-1 overflow-y-auto">
        {state.items.map((item) => (
          <li key={item.postId}>
            <button
              type="button"
              aria-current={item === here ? 'true' : undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => tell({ type: 'selected', postId: item.postId })}
              className={clsx(
                'grid w-full grid-cols-[32px_1fr_auto] gap-x-2 border-b border-line px-4 py-2 text-left',
                item === here ? 'bg-s3 [border-left:4px_solid_var(--accent)] pl-3' : 'hover:bg-s2',
              )}
            >
              <span
                className={clsx(
                  'row-span-2 grid size-6 place-items-center rounded-control text-desk-head font-semibold',
                  item === here ? 'bg-paper text-ink' : 'bg-s3 text-t1',
                )}
              >
                {Math.round(item.score)}
              </span>
              <span className="col-span-2 truncate text-desk-body text-t1">{item.body}</span>
              <span className="truncate text-desk-meta text-t3">{item.sourceName}</span>
              <time className="text-desk-meta text-t3">{clockMinutes(item.receivedAt)}</time>
            </button>
          </li>
        ))}
      </ol>
      {state.putOff.length > 0 ? (
        <div className="border-t border-line p-3">
          <Button
            onClick={() => {
              tell({ type: 'put_off_returned' })
              void look()
            }}
          >
            {t('putOff', { count: state.putOff.length })}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
