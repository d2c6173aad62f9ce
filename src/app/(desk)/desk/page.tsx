import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { readBoard } from '#actions/board.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
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
  const person = await requireDeskActor()
  const [answer, { incident }, asked] = await Promise.all([readBoard(undefined), searchParams, headers()])
  const board = granted(answer)
  return (
    <DeskSearch>
      <DeskShell person={person} tools={<DeskTools season={board.season} />}>
        <LiveDesk
          initial={board}
          person={person}
          incidentId={typeof incident === 'string' ? incident : null}
          phoneGuess={/\bMobile\b/.test(asked.get('user-agent') ?? '')}
        />
      </DeskShell>
    </DeskSearch>
  )
}
