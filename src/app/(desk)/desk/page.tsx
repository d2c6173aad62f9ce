import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { readBoard } from '#actions/board.ts'
import { pageTitle } from '#app/(desk)/page-title.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { requireActor } from '#auth/require-actor.ts'
import { DeskSearch } from '#ui/desk/desk-search.tsx'
import { DeskTools } from '#ui/desk/desk-tools.tsx'
import { LiveDesk } from '#ui/desk/live-desk.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('desk')

/** The duty desk, with the incident named in `?incident=` open. */
export default async function DeskPage({
  searchParams,
}: {
  searchParams: Promise<{ incident?: string | string[] }>
}) {
  const person = await requireActor()
  const [board, { incident }, asked] = await Promise.all([readBoard(undefined), searchParams, headers()])
  if (!board.ok) notFound()
  return (
    <DeskSearch>
      <DeskShell person={person} tools={<DeskTools season={board.value.season} />}>
        <LiveDesk
          initial={board.value}
          person={person}
          incidentId={typeof incident === 'string' ? incident : null}
          phoneGuess={/\bMobile\b/.test(asked.get('user-agent') ?? '')}
        />
      </DeskShell>
    </DeskSearch>
  )
}
