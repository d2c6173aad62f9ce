import type { Metadata } from 'next'
import { DeskShell } from '#app/desk-shell.tsx'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { env } from '#platform/env.ts'
import gazetteer from '#seeds/gazetteer.json' with { type: 'json' }
import { IntakePage } from '#ui/intake/intake-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('intake')

/** The officer's form and the import of hotline exports. */
export default async function Intake() {
  const person = await requireDeskActor()
  return (
    <DeskShell person={person}>
      <IntakePage person={person} placeNames={placeNames()} drill={env().REALM === 'drill'} />
    </DeskShell>
  )
}

/** 桐乡市濮院镇: towns with their county before them, so that the name says which one is meant. */
function placeNames(): string[] {
  const nameOf = new Map(gazetteer.units.map(({ code, name }) => [code, name]))
  return gazetteer.units
    .filter(({ level }) => level !== 'city')
    .map(({ name, level, parent }) => (level === 'town' ? `${nameOf.get(parent ?? '') ?? ''}${name}` : name))
}
