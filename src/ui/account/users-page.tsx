'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { UserView } from '#contracts/account.ts'
import type { AgencyView } from '#contracts/views.ts'
import type { Result } from '#domain/result.ts'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { AddUserForm } from './add-user-form.tsx'
import { EditUserDialog } from './edit-user-dialog.tsx'
import { type Credentials, NewPassword } from './new-password.tsx'
import { UserList } from './user-list.tsx'

/** Every account in one list, a new one beside it, and a fresh password for as long as it is on the screen. */
export function UsersPage({
  users,
  agencies,
  me,
}: {
  users: Result<UserView[]>
  agencies: AgencyView[]
  me: string
}) {
  const t = useTranslations('account')
  const refusalText = useRefusalText()
  const [fresh, setFresh] = useState<Credentials | null>(null)
  const [editing, setEditing] = useState<string | null>(null)
  if (!users.ok) return <p className="p-6 text-desk-body">{refusalText(users.refusal)}</p>
  const edited = users.value.find((one) => one.id === editing)
  return (
    <div className="grid gap-3 p-4 xl:grid-cols-[1fr_336px] xl:grid-rows-[auto_1fr]">
      {fresh ? (
        <div className="xl:col-start-2">
          <NewPassword credentials={fresh} handedOver={() => setFresh(null)} />
        </div>
      ) : null}
      <section className="min-w-0 self-start rounded-tile bg-s1 px-4 py-3 outline-1 -outline-offset-1 outline-tile-edge xl:col-start-1 xl:row-span-2 xl:row-start-1">
        <header className="mb-2 flex flex-wrap items-baseline gap-x-3">
          <h1 className="text-desk-title font-bold">{t('users')}</h1>
          <p className="text-desk-head text-t3">{t('count', { count: users.value.length })}</p>
          <p className="text-desk-head text-t3">{t('usersNote')}</p>
        </header>
        <UserList users={users.value} agencies={agencies} me={me} edit={setEditing} />
      </section>
      <div className="self-start xl:col-start-2">
        <AddUserForm agencies={agencies} added={setFresh} />
      </div>
      {edited ? (
        <EditUserDialog
          key={edited.id}
          user={edited}
          agencies={agencies}
          close={() => setEditing(null)}
          passwordReset={setFresh}
        />
      ) : null}
    </div>
  )
}
