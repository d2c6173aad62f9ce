import clsx from 'clsx'
import type { ReactNode } from 'react'
import { clockMinutes, clockSeconds } from '#ui/time/shanghai.ts'

/** One line of an incident's history: when, which post, what it did. */
export function TimelineRow({
  at,
  actor,
  act,
  surface,
  struck = false,
}: {
  at: string
  /** A duty post or an agency, never a person. */
  actor: string
  act: ReactNode
  surface: 'desk' | 'phone'
  /** A later entry corrected it; it stays readable. */
  struck?: boolean
}) {
  const words = <span className={clsx('min-w-0 text-t2', struck && 'line-through')}>{act}</span>
  return (
    <li
      className={clsx(
        'grid items-baseline gap-x-2 leading-6',
        surface === 'desk'
          ? 'grid-cols-[60px_76px_1fr] text-desk-body'
          : 'grid-cols-[48px_1fr] text-phone-body',
      )}
    >
      <time dateTime={at} className="unbroken text-t3">
        {surface === 'desk' ? clockSeconds(at) : clockMinutes(at)}
      </time>
      {surface === 'desk' ? (
        <>
          <span className="truncate font-medium text-t1" title={actor}>
            {actor}
          </span>
          {words}
        </>
      ) : (
        <p className="min-w-0">
          <span className="mr-3 font-medium text-t1">{actor}</span>
          {words}
        </p>
      )}
    </li>
  )
}
