'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { addUser } from '#actions/users.ts'
import type { AgencyView } from '#contracts/views.ts'
import { Button } from '#ui/primitives/button.tsx'
import { useRefresh } from '#ui/shell/refresh.ts'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { Answer, TextField } from './field.tsx'
import type { Credentials } from './new-password.tsx'
import { PostingFields, postingIn } from './posting-fields.tsx'

/** Opens an account; its password goes up to the page, which shows it once. */
export function AddUserForm({
  agencies,
  added,
}: {
  agencies: AgencyView[]
  added: (credentials: Credentials) => void
}) {
  const t = useTranslations('account')
  const refusalText = useRefusalText()
  const refresh = useRefresh()
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setBusy(true)
    setAnswer(null)
    const username = String(new FormData(form).get('username')).trim()
    const opened = await addUser({ username, ...postingIn(form) })
    setBusy(false)
    if (!opened.ok) return setAnswer(refusalText(opened.refusal))
    added(opened.value)
    setRound(round + 1)
    refresh()
  }
  return (
    <section className="rounded-tile bg-s1 px-4 py-3 outline-1 -outline-offset-1 outline-tile-edge">
      <h2 className="mb-3 text-desk-head font-semibold">{t('addUser')}</h2>
      <form key={round} onSubmit={submit} className="flex flex-col gap-3">
        <PostingFields agencies={agencies} />
        <TextField
          required
          name="username"
          label={t('username')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          pattern="[a-zA-Z0-9][a-zA-Z0-9._\-]{1,39}"
          placeholder="xcb-duty"
        />
        <Answer text={answer} />
        <Button type="submit" variant="primary" busy={busy} className="h-12! md:h-9!">
          {t('add')}
        </Button>
      </form>
    </section>
  )
}
