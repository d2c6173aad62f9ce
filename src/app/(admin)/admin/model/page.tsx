import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readModels } from '#actions/model.ts'
import { pageTitle } from '#app/(desk)/page-title.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { requireActor } from '#auth/require-actor.ts'
import { ModelPage } from '#ui/model/model-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('model')

/** The learned weights posts are read with, and what officers have taught since. */
export default async function Model() {
  const person = await requireActor()
  const models = await readModels(undefined)
  if (!models.ok) notFound()
  return (
    <DeskShell person={person}>
      <ModelPage models={models.value} />
    </DeskShell>
  )
}
