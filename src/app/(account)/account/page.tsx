import type { ReactNode } from 'react'
import { readOwnCalls } from '#actions/contacts.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { requireSignedIn } from '#auth/require-actor.ts'
import { ChangePasswordForm } from '#ui/account/change-password-form.tsx'
import { OwnCalls } from '#ui/account/own-calls.tsx'
import { PushSwitch } from '#ui/paging/push-switch.tsx'
import { homeOf } from '#ui/shell/navigation.ts'

/** One's own calls, this device and the password; the only page open to whoever still owes a new one. */
export default async function Account() {
  const { person, mustChangePassword } = await requireSignedIn()
  const password = (
    <ChangePasswordForm due={mustChangePassword} username={person.username} home={homeOf(person)} />
  )
  return (
    <DeskShell person={person}>
      {mustChangePassword ? (
        <div className="mx-auto w-full max-w-[420px] p-4 md:pt-12">{password}</div>
      ) : (
        <WithCalls>{password}</WithCalls>
      )}
    </DeskShell>
  )
}

/** An account that is never called, such as a wall's, has nothing to set. */
async function WithCalls({ children }: { children: ReactNode }) {
  const calls = await readOwnCalls(undefined)
  return (
    <div className="mx-auto grid w-full max-w-[1120px] items-start gap-3 p-4 lg:grid-cols-[1fr_420px]">
      <div className="grid min-w-0 gap-3">{calls.ok ? <OwnCalls posts={calls.value} /> : null}</div>
      <div className="grid min-w-0 gap-3">
        <PushSwitch />
        {children}
      </div>
    </div>
  )
}
