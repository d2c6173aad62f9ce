import type { Metadata } from 'next'
import { readSupervisions } from '#actions/handling.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { env } from '#platform/env.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { SupervisionPage } from '#ui/handling/supervision-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('supervision')

/** Every supervised case and every leader in charge. */
export default async function Supervision() {
  const person = await requireDeskActor()
  const [supervisions, agencies] = await Promise.all([readSupervisions(undefined), listAgencies(database())])
  return (
    <DeskShell person={person}>
      <SupervisionPage
        initial={granted(supervisions)}
        agencies={agencies}
        person={person}
        drill={env().REALM === 'drill'}
      />
    </DeskShell>
  )
}
