'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { retryMessage } from '#actions/channels.ts'
import type { ChannelListView } from '#contracts/channels.ts'
import { Button } from '#ui/primitives/button.tsx'
import { useRefresh } from '#ui/shell/refresh.ts'
import { clockMinutes, shanghai } from '#ui/time/shanghai.ts'

type Dead = ChannelListView['dead'][number]

/** What was given up: to whom, by which channel, why; each can be tried once more. */
export function DeadLetters({ dead }: { dead: Dead[] }) {
  const t = useTranslations('channels')
  return (
    <section className="rounded-tile bg-s1 px-4 py-3 outline-1 -outline-offset-1 outline-tile-edge">
      <h2 className="text-desk-head font-semibold">
        {t('dead')} <span className="ml-2 font-normal text-t3">{dead.length}</span>
      </h2>
      <ul>
        {dead.map((one) => (
          <DeadLetter key={one.id} dead={one} />
        ))}
      </ul>
    </section>
  )
}

function DeadLetter({ dead: { id, kind, post, attempts, problem, at } }: { dead: Dead }) {
  const [t, time, channel] = [
    useTranslations('channels'),
    useTranslations('time'),
    useTranslations('paging.channel'),
  ]
  const why = useTranslations('paging.problem') as unknown as {
    (code: string): string
    has(code: string): boolean
  }
  const refresh = useRefresh()
  const [busy, setBusy] = useState(false)
  const retry = async () => {
    setBusy(true)
    await retryMessage({ messageId: id })
    setBusy(false)
    refresh()
  }
  const { month, day } = shanghai(at)
  const reason = problem && why.has(problem) ? why(problem) : (problem ?? '')
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line py-2 text-desk-body last:border-0">
      <span className="min-w-0">
        <span className="font-medium">{channel(kind)}</span> {post ?? t('machine')}
        <span className="block text-desk-meta text-t3">
          {`${time('date', { month, day })} ${clockMinutes(at)}`} · {t('tries', { count: attempts })} ·{' '}
          {reason}
        </span>
      </span>
      <Button className="max-md:h-12" busy={busy} onClick={() => void retry()}>
        {t('again')}
      </Button>
    </li>
  )
}
