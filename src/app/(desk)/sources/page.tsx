import type { Metadata } from 'next'
import { listSourceForms, listSources, readCoverage } from '#actions/sources.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { env } from '#platform/env.ts'
import { CoveragePage } from '#ui/sources/coverage-page.tsx'
import { SourcesPage } from '#ui/sources/sources-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('sources')

type Given = { searchParams: Promise<{ view?: string | string[] }> }

/** Every source with its health, or what all of them let us hear. */
export default async function Sources({ searchParams }: Given) {
  const person = await requireDeskActor()
  if ((await searchParams).view === 'coverage') {
    const coverage = granted(await readCoverage(undefined))
    return (
      <DeskShell person={person}>
        <CoveragePage initial={coverage} drill={env().REALM === 'drill'} />
      </DeskShell>
    )
  }
  const [sources, forms] = await Promise.all([listSources(undefined), listSourceForms(undefined)])
  return (
    <DeskShell person={person}>
      <SourcesPage
        initial={{ at: new Date().toISOString(), sources: granted(sources) }}
        forms={forms.ok ? forms.value : []}
        person={person}
        drill={env().REALM === 'drill'}
      />
    </DeskShell>
  )
}
