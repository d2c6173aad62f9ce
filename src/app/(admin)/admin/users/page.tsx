import { listUsers } from '#actions/users.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { UsersPage } from '#ui/account/users-page.tsx'

/** The accounts; whoever may not manage them reads why. */
export default async function Users() {
  const person = await requireDeskActor()
  const [users, agencies] = await Promise.all([listUsers(undefined), listAgencies(database())])
  return (
    <DeskShell person={person}>
      <UsersPage users={users} agencies={agencies} me={person.id} />
    </DeskShell>
  )
}
