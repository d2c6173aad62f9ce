import type { Metadata } from 'next'
import { listApiKeys } from '#actions/api-keys.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { KeysPage } from '#ui/keys/keys-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('keys')

/** The programs that may ask, each for one agency. */
export default async function Keys() {
  const person = await requireDeskActor()
  const [keys, agencies] = await Promise.all([listApiKeys(undefined), listAgencies(database())])
  return (
    <DeskShell person={person}>
      <KeysPage keys={granted(keys)} agencies={agencies} />
    </DeskShell>
  )
}
