import type { ReactNode } from 'react'
import { Panel } from '#ui/incident/panel.tsx'

export type Surface = 'desk' | 'phone'

/** A part of an incident: a tile on the desk, a stretch of the page on a phone. */
export function Section({
  caption,
  note,
  aside,
  surface,
  children,
}: {
  caption: string
  note?: ReactNode
  aside?: ReactNode
  surface: Surface
  children: ReactNode
}) {
  if (surface === 'desk') {
    return (
      <Panel caption={caption} note={note} aside={aside}>
        {children}
      </Panel>
    )
  }
  return (
    <section className="border-t border-line py-4">
      <header className="flex items-baseline justify-between gap-3">
        <h2 className="min-w-0 text-phone-body font-semibold">
          {caption}
          {note ? <span className="ml-3 font-normal text-t3">{note}</span> : null}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  )
}
