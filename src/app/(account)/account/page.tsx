import { DeskShell } from '#app/desk-shell.tsx'
import { requireSignedIn } from '#auth/require-actor.ts'
import { ChangePasswordForm } from '#ui/account/change-password-form.tsx'
import { PushSwitch } from '#ui/paging/push-switch.tsx'
import { homeOf } from '#ui/shell/navigation.ts'

/** One's own password, and calls on this device; the only page open to whoever still owes a new one. */
export default async function Account() {
  const { person, mustChangePassword } = await requireSignedIn()
  return (
    <DeskShell person={person}>
      <ChangePasswordForm due={mustChangePassword} username={person.username} home={homeOf(person)} />
      {mustChangePassword ? null : (
        <div className="mx-auto w-full max-w-[420px] px-4 pb-6">
          <PushSwitch />
        </div>
      )}
    </DeskShell>
  )
}
