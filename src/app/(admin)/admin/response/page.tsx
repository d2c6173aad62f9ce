import type { Metadata } from 'next'
import { readResponse } from '#actions/response.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { ResponsePage } from '#ui/response/response-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('response')

/** The hours and limits the office sets for its own work. */
export default async function Response() {
  const person = await requireDeskActor()
  const response = granted(await readResponse(undefined))
  return (
    <DeskShell person={person}>
      <ResponsePage key={response.version} response={response} />
    </DeskShell>
  )
}
