import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listSourceForms, listSources, readCoverage } from '#actions/sources.ts'
import { pageTitle } from '#app/(desk)/page-title.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { requireActor } from '#auth/require-actor.ts'
import { env } from '#platform/env.ts'
import { CoveragePage } from '#ui/sources/coverage-page.tsx'
import { SourcesPage } from '#ui/sources/sources-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('sources')

type Given = { searchParams: Promise<{ view?: string | string[] }> }

/** Every source with its health, or what all of them let us hear. */
export default async function Sources({ searchParams }: Given) {
  const person = await requireActor()
  if ((await searchParams).view === 'coverage') {
    const coverage = await readCoverage(undefined)
    if (!coverage.ok) notFound()
    return (
      <DeskShell person={person}>
        <CoveragePage initial={coverage.value} drill={env().REALM === 'drill'} />
      </DeskShell>
    )
  }
  const [sources, forms] = await Promise.all([listSources(undefined), listSourceForms(undefined)])
  if (!sources.ok) notFound()
  return (
    <DeskShell person={person}>
      <SourcesPage
        initial={{ at: new Date().toISOString(), sources: sources.value }}
        forms={forms.ok ? forms.value : []}
        person={person}
        drill={env().REALM === 'drill'}
      />
    </DeskShell>
  )
}
