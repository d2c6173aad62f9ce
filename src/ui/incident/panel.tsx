import clsx from 'clsx'
import type { ReactNode } from 'react'
import { TileMark } from './drill-mark.tsx'

/** One tile of an incident on the desk: a head with a quiet note, and what belongs at its right end. */
export function Panel({
  caption,
  note,
  aside,
  className,
  children,
}: {
  caption: string
  note?: ReactNode
  aside?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <section
      className={clsx(
        'relative isolate min-w-0 overflow-hidden rounded-tile bg-s1 px-4 py-3 outline-1 -outline-offset-1 outline-tile-edge',
        className,
      )}
    >
      <TileMark />
      <header className="flex items-baseline justify-between gap-3">
        <h2 className="min-w-0 text-desk-head font-semibold text-t1 md:truncate">
          {caption}
          {note ? <span className="ml-3 text-desk-body font-normal text-t3">{note}</span> : null}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  )
}
