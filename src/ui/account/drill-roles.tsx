'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { signInToDrill } from '#actions/session.ts'
import { KeyHint } from '#ui/primitives/key-hint.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { Answer } from './field.tsx'

/** The posts of the drill, one press or one digit each. */
export function DrillRoles({ usernames }: { usernames: readonly string[] }) {
  const t = useTranslations('account')
  const refusalText = useRefusalText()
  const [busy, setBusy] = useState<string | null>(null)
  const [answer, setAnswer] = useState<string | null>(null)

  const enter = async (username: string) => {
    setBusy(username)
    const entered = await signInToDrill(username)
    if (entered.ok) return window.location.assign('/login')
    setBusy(null)
    setAnswer(refusalText(entered.refusal))
  }
  useDigits((digit) => {
    const username = usernames[digit - 1]
    if (username) void enter(username)
  })

  return (
    <section className="flex flex-col gap-3">
      <header className="flex items-baseline gap-3">
        <h2 className="text-desk-queue font-semibold">{t('drillSignIn')}</h2>
        <p className="text-desk-meta text-t3">{t('drillHint')}</p>
      </header>
      <ul className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        {usernames.map((username, i) => (
          <li key={username}>
            <button
              type="button"
              disabled={busy !== null}
              aria-busy={busy === username}
              onClick={() => enter(username)}
              className="flex h-12 w-full items-center justify-between rounded-control border border-line2 bg-s1 px-4 text-[1rem] font-medium hover:bg-s3 disabled:opacity-60 aria-busy:border-accent"
            >
              {t(`drillRole.${username}` as 'drillRole.wall')}
              <span className="hidden md:inline">
                <KeyHint>{String(i + 1)}</KeyHint>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {answer ? <Answer text={answer} /> : null}
    </section>
  )
}

/** Hears the digits 1 to 9 unless somebody is typing. */
function useDigits(pressed: (digit: number) => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return
      pressed(Number(event.key))
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  })
}
