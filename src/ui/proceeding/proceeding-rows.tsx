'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ProceedingsView, ProceedingView } from '#contracts/proceedings.ts'
import { DateDialog } from './date-dialog.tsx'
import { OriginMark } from './origin-mark.tsx'

/** Each proceeding with the stages it has reached and the one it waits for. */
export function ProceedingRows({
  proceedings,
  mayKeep,
}: {
  proceedings: ProceedingsView['proceedings']
  mayKeep: boolean
}) {
  const t = useTranslations('proceeding')
  const [dating, setDating] = useState<{ proceeding: ProceedingView; stage: string } | null>(null)
  return (
    <>
      <ul className="mt-2 flex flex-col gap-2 empty:hidden">
        {proceedings.map((one) => (
          <li key={one.id} className="text-desk-body">
            <div className="flex items-baseline gap-2">
              <span className="font-medium text-t1">{t(`kind.${one.kind}`)}</span>
              <OriginMark origin={one.origin} />
              {one.greenChannel ? (
                <span className="text-desk-meta text-accent">{t('greenChannel')}</span>
              ) : null}
              <span className="min-w-0 flex-1 truncate text-t2" title={one.body}>
                {one.body}
              </span>
            </div>
            <div className="flex flex-wrap items-baseline gap-x-2 text-desk-meta text-t2">
              <Reached stages={one.stages} />
              <Waiting proceeding={one} />
              {mayKeep
                ? stagesToDate(one).map((stage) => (
                    <button
                      key={stage}
                      type="button"
                      className="unbroken text-accent underline underline-offset-4"
                      onClick={() => setDating({ proceeding: one, stage })}
                    >
                      {t(stage === one.next?.stage ? 'do.date' : `aside.${stage}`)}
                    </button>
                  ))
                : null}
            </div>
          </li>
        ))}
      </ul>
      {dating ? <DateDialog {...dating} close={() => setDating(null)} /> : null}
    </>
  )
}

/** The limit that runs out first, else the stage that is waited for, else how it ended. */
function Waiting({ proceeding: { next, endedBy } }: { proceeding: ProceedingView }) {
  const t = useTranslations('proceeding')
  if (endedBy) return <span className="font-semibold text-t1">{t(`ended.${endedBy}`)}</span>
  if (!next) return null
  const { stage, due, dueOn, overdue } = next
  if (!dueOn) return <span className="unbroken">{t('waits', { stage: t(`stage.${stage}`) })}</span>
  return (
    <span className={overdue ? 'unbroken font-semibold text-t1' : 'unbroken'}>
      {t(overdue ? 'late' : 'dueBy', { stage: t(`stage.${due ?? stage}`), on: dueOn })}
    </span>
  )
}

function Reached({ stages }: Pick<ProceedingView, 'stages'>) {
  const t = useTranslations('proceeding')
  return (
    <span className="w-full">
      {stages
        .filter(({ on }) => on !== null)
        .map(({ id, on }) => t('dated', { stage: t(`stage.${id}`), on: on ?? '' }))
        .join(' · ')}
    </span>
  )
}

function stagesToDate({ next, aside }: ProceedingView): string[] {
  return next ? [next.stage, ...aside] : []
}
