import type { Metadata } from 'next'
import { readModels } from '#actions/model.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { ModelPage } from '#ui/model/model-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('model')

/** The learned weights posts are read with, and what officers have taught since. */
export default async function Model() {
  const person = await requireDeskActor()
  const models = granted(await readModels(undefined))
  return (
    <DeskShell person={person}>
      <ModelPage models={models} />
    </DeskShell>
  )
}
