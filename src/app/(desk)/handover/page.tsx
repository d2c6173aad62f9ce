import type { Metadata } from 'next'
import { readShift } from '#actions/roster.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { HandoverPage } from '#ui/shift/handover-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('shift')

/** 交接班: what passes with the shift, written by who leaves and signed by who comes. */
export default async function Handover() {
  const person = await requireDeskActor()
  const shift = granted(await readShift(undefined))
  return (
    <DeskShell person={person}>
      <HandoverPage initial={shift} person={person} />
    </DeskShell>
  )
}
