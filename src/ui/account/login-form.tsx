'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#ui/primitives/button.tsx'
import { Answer, TextField } from './field.tsx'

type Problem = 'wrong' | 'disabled' | 'tooMany' | 'foreign' | 'unreachable' | 'failed'

/** User name and password; the answer stands between the fields and the button. */
export function LoginForm({ focus }: { focus: boolean }) {
  const t = useTranslations('account')
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setBusy(true)
    setAnswer(null)
    const refused = await signIn(new FormData(form))
    if (!refused) return window.location.assign('/login')
    setBusy(false)
    setAnswer(t(refused.problem, { ref: refused.ref }))
    if (refused.problem === 'wrong') form.querySelector<HTMLInputElement>('[name=password]')?.select()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        large
        required
        autoFocus={focus}
        name="username"
        label={t('username')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
      />
      <TextField
        large
        required
        name="password"
        type="password"
        label={t('password')}
        autoComplete="current-password"
        maxLength={128}
      />
      <Answer text={answer} />
      <Button type="submit" variant="primary" busy={busy} className="h-12! text-[1rem]! md:h-11!">
        {t('signIn')}
      </Button>
      <p className="text-desk-meta text-t3">{t('forgot')}</p>
    </form>
  )
}

async function signIn(fields: FormData): Promise<{ problem: Problem; ref: string } | null> {
  try {
    const answer = await fetch('/api/auth/sign-in/username', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: fields.get('username'), password: fields.get('password') }),
    })
    if (answer.ok) return null
    const { code, ref = String(answer.status) } = await answer.json().catch(() => ({}))
    return { problem: problemOf(answer.status, code), ref }
  } catch {
    return { problem: 'unreachable', ref: '' }
  }
}

function problemOf(status: number, code: string | undefined): Problem {
  if (status === 429) return 'tooMany'
  if (code === 'ACCOUNT_DISABLED') return 'disabled'
  // A name that cannot exist is answered with 422; to the visitor it is simply wrong.
  if (status === 401 || status === 422) return 'wrong'
  return status === 403 ? 'foreign' : 'failed'
}
