import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listSources } from '#actions/sources.ts'
import { pageTitle } from '#app/(desk)/page-title.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { requireActor } from '#auth/require-actor.ts'
import { env } from '#platform/env.ts'
import { SourcesPage } from '#ui/sources/sources-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('sources')

/** Every source with its health. */
export default async function Sources() {
  const person = await requireActor()
  const sources = await listSources(undefined)
  if (!sources.ok) notFound()
  return (
    <DeskShell person={person}>
      <SourcesPage
        initial={{ at: new Date().toISOString(), sources: sources.value }}
        person={person}
        drill={env().REALM === 'drill'}
      />
    </DeskShell>
  )
}
