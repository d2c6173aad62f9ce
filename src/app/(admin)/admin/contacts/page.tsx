import { listContacts } from '#actions/contacts.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { ContactsPage } from '#ui/contacts/contacts-page.tsx'

/** The contact book, for the office and administrators. */
export default async function Contacts() {
  const person = await requireDeskActor()
  const [book, agencies] = await Promise.all([listContacts(undefined), listAgencies(database())])
  return (
    <DeskShell person={person}>
      <ContactsPage book={granted(book)} agencies={agencies} />
    </DeskShell>
  )
}
