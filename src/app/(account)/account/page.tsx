import { DeskShell } from '#app/desk-shell.tsx'
import { requireSignedIn } from '#auth/require-actor.ts'
import { ChangePasswordForm } from '#ui/account/change-password-form.tsx'
import { homeOf } from '#ui/shell/navigation.ts'

/** One's own password; the only page open to whoever still owes a new one. */
export default async function Account() {
  const { person, mustChangePassword } = await requireSignedIn()
  return (
    <DeskShell person={person}>
      <ChangePasswordForm due={mustChangePassword} username={person.username} home={homeOf(person)} />
    </DeskShell>
  )
}
