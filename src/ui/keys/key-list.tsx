'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { revokeApiKey } from '#actions/api-keys.ts'
import type { ApiKeyView } from '#contracts/api-key.ts'
import type { AgencyView } from '#contracts/views.ts'
import { Answer } from '#ui/account/field.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { useRefresh } from '#ui/shell/refresh.ts'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { shanghai } from '#ui/time/shanghai.ts'

/** Live keys first; revoked ones stay as a memory. */
export function KeyList({ keys, agencies }: { keys: ApiKeyView[]; agencies: AgencyView[] }) {
  const t = useTranslations('keys')
  const [answer, setAnswer] = useState<string | null>(null)
  const sorted = [...keys].sort((a, b) => Number(a.revokedAt !== null) - Number(b.revokedAt !== null))
  if (keys.length === 0) return <p className="py-3 text-desk-body text-t3">{t('none')}</p>
  return (
    <>
      <Answer text={answer} />
      <ul>
        {sorted.map((one) => (
          <KeyRow key={one.id} shown={one} agencies={agencies} tell={setAnswer} />
        ))}
      </ul>
    </>
  )
}

function KeyRow({
  shown: { id, name, agency, scopes, lastUsedAt, revokedAt },
  agencies,
  tell,
}: {
  shown: ApiKeyView
  agencies: AgencyView[]
  tell: (answer: string | null) => void
}) {
  const [t, scopeWords] = [useTranslations('keys'), useTranslations('api.scope')]
  const date = useDateWords()
  const off = revokedAt !== null
  const used = lastUsedAt ? t('used', { date: date(lastUsedAt) }) : t('neverUsed')
  return (
    <li
      className={clsx(
        'grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-0.5 border-b border-line py-2.5 text-desk-body last:border-0',
        off ? 'text-t3' : 'text-t2',
      )}
    >
      <p className="min-w-0">
        <span className={clsx('font-medium', off ? 'text-t3' : 'text-t1')}>{name}</span>
        <span className="ml-3">{agencies.find(({ key }) => key === agency)?.short ?? agency}</span>
        <code className="ml-3 font-mono text-desk-head text-t3">{id}…</code>
      </p>
      <span className="row-span-2">
        {off ? t('revoked', { date: date(revokedAt) }) : <Revoke id={id} tell={tell} />}
      </span>
      <p className="min-w-0 text-desk-head text-t3">
        {scopes.map((scope) => scopeWords(scope)).join(' · ')}
        <span className="ml-3">{used}</span>
      </p>
    </li>
  )
}

/** Asks once more, since what it shuts out is shut out at once. */
function Revoke({ id, tell }: { id: string; tell: (answer: string | null) => void }) {
  const t = useTranslations('keys')
  const refusalText = useRefusalText()
  const refresh = useRefresh()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const revoke = async () => {
    if (!asked) return setAsked(true)
    setBusy(true)
    const done = await revokeApiKey({ id })
    setBusy(false)
    tell(done.ok ? null : refusalText(done.refusal))
    refresh()
  }
  return (
    <Button className="h-12 md:h-8" busy={busy} onClick={revoke} onBlur={() => setAsked(false)}>
      {asked ? t('revokeSure') : t('revoke')}
    </Button>
  )
}

function useDateWords(): (at: string) => string {
  const time = useTranslations('time')
  return (at) => {
    const { month, day } = shanghai(at)
    return time('date', { month, day })
  }
}
