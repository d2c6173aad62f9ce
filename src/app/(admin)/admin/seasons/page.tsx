import type { Metadata } from 'next'
import { readSeasons } from '#actions/response.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { SeasonsPage } from '#ui/seasons/seasons-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('seasons')

/** The windows in which offices work jointly. */
export default async function Seasons() {
  const person = await requireDeskActor()
  const seasons = granted(await readSeasons(undefined))
  return (
    <DeskShell person={person}>
      <SeasonsPage key={seasons.version} seasons={seasons} />
    </DeskShell>
  )
}
