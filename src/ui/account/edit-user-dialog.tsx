'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { changeUser } from '#actions/users.ts'
import type { ChangeUser, UserView } from '#contracts/account.ts'
import type { AgencyView } from '#contracts/views.ts'
import { Button } from '#ui/primitives/button.tsx'
import { useRefresh } from '#ui/shell/refresh.ts'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { Answer } from './field.tsx'
import type { Credentials } from './new-password.tsx'
import { PostingFields, postingIn } from './posting-fields.tsx'

/** Moves, disables, enables or resets one account; Esc leaves it as it is. */
export function EditUserDialog({
  user,
  agencies,
  close,
  passwordReset,
}: {
  user: UserView
  agencies: AgencyView[]
  close: () => void
  passwordReset: (credentials: Credentials) => void
}) {
  const t = useTranslations('account')
  const dialog = useRef<HTMLDialogElement>(null)
  const { send, busy, answer } = useChange(user, close, passwordReset)
  useEffect(() => dialog.current?.showModal(), [])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void send(postingIn(event.currentTarget))
  }
  return (
    <dialog
      ref={dialog}
      onClose={close}
      aria-label={`${t('edit')} ${user.post}`}
      className="m-auto w-[min(420px,calc(100vw-32px))] rounded-tile border border-line2 bg-s1 p-6 text-t1 backdrop:bg-bg/60"
    >
      <h2 className="mb-4 text-desk-queue font-semibold">
        {user.post} <span className="font-medium text-t3">{user.username}</span>
      </h2>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <PostingFields agencies={agencies} user={user} />
        <Answer text={answer} />
        <div className="flex justify-end gap-2">
          <Button className="h-12 md:h-8" onClick={close}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="primary" className="h-12 md:h-8" busy={busy}>
            {t('save')}
          </Button>
        </div>
      </form>
      <div className="mt-5 flex flex-wrap items-center gap-2 border-t border-line pt-4">
        <Button className="h-12 md:h-8" busy={busy} onClick={() => send({ resetPassword: true })}>
          {t('resetPassword')}
        </Button>
        <Button
          className="h-12 md:h-8"
          busy={busy}
          onClick={() => send({ disabled: user.disabledAt === null })}
        >
          {user.disabledAt ? t('enable') : t('disable')}
        </Button>
        <p className="w-full text-desk-meta text-t3">{t('resetNote')}</p>
      </div>
    </dialog>
  )
}

function useChange(user: UserView, close: () => void, passwordReset: (credentials: Credentials) => void) {
  const refusalText = useRefusalText()
  const refresh = useRefresh()
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<string | null>(null)
  const send = async (change: Omit<ChangeUser, 'userId'>) => {
    setBusy(true)
    setAnswer(null)
    const changed = await changeUser({ userId: user.id, ...change })
    setBusy(false)
    if (!changed.ok) return setAnswer(refusalText(changed.refusal))
    const { password } = changed.value
    if (password) passwordReset({ username: user.username, password })
    refresh()
    close()
  }
  return { send, busy, answer }
}
