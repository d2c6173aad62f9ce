'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ReviewQueue } from '#contracts/review.ts'
import type { AgencyView } from '#contracts/views.ts'
import { useKeys } from '#ui/desk/use-keys.ts'
import { DrillMark } from '#ui/incident/drill-mark.tsx'
import { clockSeconds } from '#ui/time/shanghai.ts'
import { LastJudgement } from './last-judgement.tsx'
import { ReviewFacts } from './review-facts.tsx'
import { ReviewFoot, ReviewKeys } from './review-foot.tsx'
import { ReviewList } from './review-list.tsx'
import { AfterPanel, AlikePanel, WhyPanel } from './review-reasons.tsx'
import { ReviewSentence } from './review-sentence.tsx'
import { currentItem, nextItem } from './review-state.ts'
import { type Review, useReview } from './use-review.ts'
import { kindKeys, VerdictKeys } from './verdict-keys.tsx'

type Given = { initial: ReviewQueue; agencies: AgencyView[]; drill: boolean }

/** Doubtful posts, one at a time, judged by hand and by key. */
export function ReviewPage({ initial, agencies, drill }: Given) {
  const review = useReview(initial)
  const [sheet, setSheet] = useState(false)
  useReviewKeys(review, () => setSheet(true))
  const item = currentItem(review.state)
  return (
    <DrillMark value={drill}>
      <div
        className="flex flex-col lg:min-h-0"
        style={{ '--review-height': `calc(100dvh - ${drill ? 80 : 48}px)` } as React.CSSProperties}
      >
        <div className="lg:grid lg:h-[calc(var(--review-height)-28px)] lg:min-h-0 lg:grid-cols-[272px_1fr_288px] xl:grid-cols-[328px_1fr_320px]">
          <div className="hidden min-h-0 lg:grid">
            <ReviewList {...review} />
          </div>
          <Judging {...review} />
          <aside className="flex min-h-0 flex-col gap-3 overflow-y-auto p-4 max-lg:pt-0">
            {item ? (
              <>
                <WhyPanel item={item} limits={review.limits} />
                <AfterPanel item={item} agencies={agencies} />
                <AlikePanel item={item} />
              </>
            ) : null}
          </aside>
        </div>
        <ReviewFoot {...review} showKeys={() => setSheet(true)} />
      </div>
      {sheet ? <ReviewKeys close={() => setSheet(false)} /> : null}
    </DrillMark>
  )
}

/** The middle column: the sentence, what was read in it, the keys, what comes next and what was just said. */
function Judging(review: Review) {
  const t = useTranslations('review')
  const { state, judge, tell } = review
  const item = currentItem(state)
  const next = nextItem(state)
  if (!item) return <Nothing {...review} />
  const taken = state.taken[item.postId]
  return (
    <div className="flex min-h-0 min-w-0 flex-col px-4 pt-4 lg:px-10">
      <p className="flex flex-none items-baseline gap-4 text-desk-body text-t2">
        <span className="truncate text-t1">{item.sourceName}</span>
        <time className="text-t1">{clockSeconds(item.receivedAt)}</time>
        <span className="truncate text-t3">{t(item.elsewhere ? 'maskedElsewhere' : 'masked')}</span>
        <span className="unbroken ml-auto">{t('left', { count: state.waiting })}</span>
      </p>
      {taken ? (
        <p
          role="status"
          className="mt-2 flex-none rounded-control bg-paper px-3 py-2 text-desk-body font-semibold text-ink"
        >
          {t('taken', { who: taken.who, at: clockSeconds(taken.at) })}
        </p>
      ) : null}
      <div
        className="min-h-[35dvh] overflow-x-hidden overflow-y-auto pb-4 lg:min-h-0 lg:flex-1"
        data-review-sentence
      >
        <ReviewSentence item={item} />
      </div>
      <div className="flex-none max-lg:hidden">
        <ReviewFacts item={item} />
      </div>
      <div className="sticky bottom-0 z-10 flex-none bg-bg py-3 lg:static lg:py-5">
        <VerdictKeys
          disabled={taken !== undefined}
          judge={judge}
          skip={() => tell({ type: 'skipped', postId: item.postId })}
        />
      </div>
      <div className="lg:hidden">
        <ReviewFacts item={item} />
      </div>
      <p className="flex flex-none items-baseline gap-4 border-t border-line py-3 text-desk-body">
        <span className="unbroken text-t3">{t('next')}</span>
        <span className="unbroken text-t2">{next?.sourceName ?? ''}</span>
        <span className="min-w-0 flex-1 truncate">{next?.body ?? t('noNext')}</span>
        <span className="unbroken text-t3">{next ? t('points', { score: Math.round(next.score) }) : ''}</span>
      </p>
      <div className="flex-none border-t border-line py-3">
        <LastJudgement {...review} />
      </div>
    </div>
  )
}

function Nothing(review: Review) {
  const t = useTranslations('review')
  return (
    <div className="flex min-h-[60dvh] min-w-0 flex-col px-4 pt-10 lg:px-10">
      <p className="text-desk-title font-bold">{t('empty')}</p>
      <p className="mt-2 flex-1 text-desk-body text-t2">
        {t('emptyNote', { skipped: review.state.putOff.length, today: review.state.judgedToday })}
      </p>
      <div className="border-t border-line py-3">
        <LastJudgement {...review} />
      </div>
    </div>
  )
}

/** Y yes · N no · space leave it · 1–5 kinds · Z take back · J K move · ? all keys. */
function useReviewKeys(review: Review, help: () => void): void {
  const { state, judge, undo, tell } = review
  const kinds = Object.fromEntries(kindKeys.map(({ key, verdict }) => [key, () => judge(verdict)]))
  useKeys({
    ...kinds,
    y: () => judge('claim'),
    n: () => judge('not_ours'),
    ' ': () => {
      const item = currentItem(state)
      if (item) tell({ type: 'skipped', postId: item.postId })
    },
    z: () => void undo(),
    j: () => tell({ type: 'moved', by: 1 }),
    k: () => tell({ type: 'moved', by: -1 }),
    '?': help,
  })
}
