'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { UserView } from '#contracts/account.ts'
import type { AgencyView } from '#contracts/views.ts'
import { Button } from '#ui/primitives/button.tsx'
import { shanghai } from '#ui/time/shanghai.ts'

const columns =
  'md:grid md:grid-cols-[minmax(9rem,1.3fr)_1fr_6rem_7rem_6rem_8.5rem_4.5rem] md:items-center md:gap-3'

/** One row per account on a desk, one card each on a phone. */
export function UserList({
  users,
  agencies,
  me,
  edit,
}: {
  users: UserView[]
  agencies: AgencyView[]
  me: string
  edit: (id: string) => void
}) {
  const t = useTranslations('account')
  const heads = ['post', 'username', 'role', 'agency', 'territory', 'state'] as const
  return (
    <>
      <div aria-hidden className={clsx('hidden border-b border-line py-2 text-desk-meta text-t3', columns)}>
        {heads.map((head) => (
          <span key={head}>{t(head)}</span>
        ))}
      </div>
      <ul>
        {users.map((user) => (
          <UserRow key={user.id} user={user} agencies={agencies} isMe={user.id === me} edit={edit} />
        ))}
      </ul>
    </>
  )
}

function UserRow({
  user,
  agencies,
  isMe,
  edit,
}: {
  user: UserView
  agencies: AgencyView[]
  isMe: boolean
  edit: (id: string) => void
}) {
  const [t, role] = [useTranslations('account'), useTranslations('role')]
  const short = (key: string | null) => agencies.find((agency) => agency.key === key)?.short
  const off = user.disabledAt !== null
  return (
    <li
      className={clsx(
        'grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 border-b border-line py-3 text-desk-body last:border-0 md:py-1.5',
        columns,
        off ? 'text-t3' : 'text-t2',
      )}
    >
      <span className={clsx('min-w-0 truncate font-medium', off ? 'text-t3' : 'text-t1')}>
        {user.post}
        {isMe ? <span className="ml-2 text-desk-meta font-medium text-accent">{t('me')}</span> : null}
      </span>
      <span className="col-start-1 min-w-0 truncate md:col-start-auto">{user.username}</span>
      <span className="col-start-1 flex flex-wrap gap-x-3 md:contents">
        <span className="unbroken">{role(user.role)}</span>
        <span className="unbroken">{short(user.agency) ?? t('noAgency')}</span>
        <span className="unbroken">{short(user.territory) ?? t('cityWide')}</span>
        <UserState user={user} />
      </span>
      <span className="col-start-2 row-span-3 row-start-1 self-center md:col-start-auto md:row-auto md:justify-self-end">
        <Button className="h-12 md:h-8" onClick={() => edit(user.id)}>
          {t('edit')}
        </Button>
      </span>
    </li>
  )
}

function UserState({ user }: { user: UserView }) {
  const [t, time] = [useTranslations('account'), useTranslations('time')]
  if (user.disabledAt) {
    const { month, day } = shanghai(user.disabledAt)
    return <span className="unbroken">{t('disabledSince', { date: time('date', { month, day }) })}</span>
  }
  return <span className="unbroken">{user.mustChangePassword ? t('passwordPending') : t('active')}</span>
}
