'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import { type TimeLeft, timeLeft } from '#ui/time/time-left.ts'

/** Time left to `dueAt`, in the one form its situation has; size and weight come from the parent. */
export function Countdown({
  dueAt,
  now,
  asClock = false,
  paused = false,
  className,
}: {
  dueAt: string
  now: number
  /** The deadline was given as a clock time, such as 16:30. */
  asClock?: boolean
  paused?: boolean
  className?: string
}) {
  const t = useTranslations('time')
  const left = timeLeft(dueAt, now, asClock)
  return (
    <time
      dateTime={dueAt}
      className={clsx(
        'unbroken',
        paused && 'text-t3',
        wordy(left) && 'font-normal text-[var(--words,var(--t2))]',
        className,
      )}
    >
      {paused ? (
        <span aria-hidden className="mr-[0.35em] tracking-[-0.1em]">
          ‖
        </span>
      ) : null}
      <Figures left={left} t={t} />
    </time>
  )
}

function wordy({ form }: TimeLeft): boolean {
  return form === 'clock' || form === 'tomorrow' || form === 'date'
}

function Figures({ left, t }: { left: TimeLeft; t: ReturnType<typeof useTranslations<'time'>> }) {
  switch (left.form) {
    case 'minutes':
    case 'over':
      return left.text
    case 'clock':
      return t('before', { time: left.text })
    case 'tomorrow':
      return t('tomorrow', { time: left.text })
    case 'date':
      return t('date', { month: left.month, day: left.day })
    case 'hours':
    case 'over_hours':
      return (
        <>
          {left.form === 'over_hours' ? '+' : null}
          {left.hours}
          <SmallUnit>{t('hour')}</SmallUnit>
          {left.minutes}
          <SmallUnit>{t('minute')}</SmallUnit>
        </>
      )
  }
}

function SmallUnit({ children }: { children: string }) {
  return <span className="text-[0.58em] font-normal">{children}</span>
}
