'use client'

import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { changePassword } from '#actions/session.ts'
import { passwordLength } from '#domain/account.ts'
import { Button, buttonLook } from '#ui/primitives/button.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { Answer, TextField } from './field.tsx'

/** One's own password: the present one, then the new one twice. */
export function ChangePasswordForm({
  due,
  username,
  home,
}: {
  due: boolean
  username: string
  home: string
}) {
  const t = useTranslations('account')
  const refusalText = useRefusalText()
  const [state, setState] = useState<'open' | 'busy' | 'done'>('open')
  const [answer, setAnswer] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const [currentPassword, newPassword, repeated] = ['current', 'new', 'repeat'].map((name) =>
      String(new FormData(form).get(name)),
    ) as [string, string, string]
    if (newPassword !== repeated) return setAnswer(t('mismatch'))
    setState('busy')
    setAnswer(null)
    const changed = await changePassword({ currentPassword, newPassword })
    setState(changed.ok ? 'done' : 'open')
    if (changed.ok) form.reset()
    else setAnswer(refusalText(changed.refusal))
  }
  return (
    <div className="rounded-tile bg-s1 p-6 outline-1 -outline-offset-1 outline-tile-edge">
      <h1 className="mb-4 text-desk-title font-bold">{t('changePassword')}</h1>
      {due && state !== 'done' ? <p className="mb-4 text-desk-body text-t2">{t('passwordDue')}</p> : null}
      <form onSubmit={submit} className="flex flex-col gap-4">
        <input type="text" name="username" autoComplete="username" defaultValue={username} hidden />
        <PasswordFields focused={due} />
        <Answer
          text={state === 'done' ? t('passwordChanged') : answer}
          tone={state === 'done' ? 'done' : 'refused'}
        />
        {state === 'done' ? (
          <Link href={home} className={`${buttonLook({ variant: 'primary' })} h-12! md:h-9!`}>
            {t('start')}
          </Link>
        ) : (
          <Button type="submit" variant="primary" busy={state === 'busy'} className="h-12! md:h-9!">
            {t('changePassword')}
          </Button>
        )}
      </form>
    </div>
  )
}

function PasswordFields({ focused }: { focused: boolean }) {
  const t = useTranslations('account')
  const fresh = {
    type: 'password',
    autoComplete: 'new-password',
    required: true,
    maxLength: passwordLength.max,
  } as const
  return (
    <>
      <TextField
        autoFocus={focused}
        required
        type="password"
        name="current"
        label={t('currentPassword')}
        autoComplete="current-password"
      />
      <TextField
        {...fresh}
        name="new"
        label={t('newPassword')}
        hint={t('passwordRule', { min: passwordLength.min })}
      />
      <TextField {...fresh} name="repeat" label={t('repeatPassword')} />
    </>
  )
}
