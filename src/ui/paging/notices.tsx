'use client'

import clsx from 'clsx'
import { type ToggleEvent, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import type { NoticeView } from '#contracts/paging.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { useNotices } from './use-notices.ts'

const id = 'notices'

/** The officer's own list of calls: newest first, a number for what has not been looked at. */
export function Notices() {
  const t = useTranslations('paging.notices')
  const { notices, unseen, look } = useNotices()
  const button = useRef<HTMLButtonElement>(null)
  // The ribbon of a drill and a scrolled page move the bar, and a popover stands in the viewport.
  const place = (event: ToggleEvent<HTMLDivElement>) => {
    event.currentTarget.style.top = `${(button.current?.getBoundingClientRect().bottom ?? 48) + 8}px`
    if (event.newState === 'open') look()
  }
  return (
    <>
      <button
        type="button"
        ref={button}
        popoverTarget={id}
        aria-label={unseen > 0 ? `${t('title')} ${t('unseen', { count: unseen })}` : t('title')}
        className="unbroken flex h-12 flex-none items-center gap-2 rounded-control border border-line2 px-3 text-desk-body font-medium hover:bg-s3 md:h-8"
      >
        {t('title')}
        {unseen > 0 ? (
          <span className="rounded-control bg-paper px-1.5 text-desk-meta font-semibold text-ink">
            {unseen}
          </span>
        ) : null}
      </button>
      <div
        id={id}
        popover="auto"
        onBeforeToggle={place}
        className="fixed inset-auto right-3 m-0 max-h-[70dvh] w-[min(26rem,calc(100vw-24px))] overflow-y-auto rounded-tile border border-line2 bg-s1 p-2 text-t1"
      >
        {notices.length === 0 ? <p className="p-3 text-desk-body text-t2">{t('none')}</p> : null}
        <ul>
          {notices.map((notice) => (
            <Notice key={notice.id} notice={notice} />
          ))}
        </ul>
      </div>
    </>
  )
}

function Notice({ notice: { at, title, text, incidentId, open, seen } }: { notice: NoticeView }) {
  const words = (
    <>
      <span className="flex items-baseline justify-between gap-3">
        <span className={clsx('min-w-0 text-desk-body', open ? 'font-semibold text-t1' : 'text-t2')}>
          {title}
        </span>
        <time dateTime={at} className="unbroken text-desk-meta text-t3">
          {clockMinutes(at)}
        </time>
      </span>
      <span className="text-desk-meta text-t2">{text}</span>
    </>
  )
  const look = clsx('flex flex-col gap-0.5 rounded-control px-3 py-2', !seen && 'bg-s3')
  return (
    <li className="border-b border-line last:border-0">
      {incidentId ? (
        <a href={`/desk?incident=${incidentId}`} className={clsx(look, 'hover:bg-s3')}>
          {words}
        </a>
      ) : (
        <span className={look}>{words}</span>
      )}
    </li>
  )
}
