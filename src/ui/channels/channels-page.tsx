'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ChannelListView, ChannelView } from '#contracts/channels.ts'
import type { AgencyView } from '#contracts/views.ts'
import { Button } from '#ui/primitives/button.tsx'
import { ChannelDialog } from './channel-dialog.tsx'
import { ChannelRow } from './channel-row.tsx'
import { DeadLetters } from './dead-letters.tsx'
import { FeedToken } from './feed-token.tsx'
import { TestDialog } from './test-dialog.tsx'

/** Every gateway with its health; what can be reached by none is seen at a glance. */
export function ChannelsPage({ list, agencies }: { list: ChannelListView; agencies: AgencyView[] }) {
  const t = useTranslations('channels')
  const [editing, setEditing] = useState<ChannelView | 'new' | null>(null)
  const [testing, setTesting] = useState<ChannelView | null>(null)
  return (
    <div className="mx-auto flex w-full max-w-[1080px] flex-col gap-3 p-4">
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h1 className="text-desk-title font-bold">{t('title')}</h1>
        <p className="min-w-0 flex-1 text-desk-head text-t3">{t('note')}</p>
        <Button variant="primary" className="max-md:h-12 max-md:w-full" onClick={() => setEditing('new')}>
          {t('add')}
        </Button>
      </header>
      <section className="rounded-tile bg-s1 px-4 py-1 outline-1 -outline-offset-1 outline-tile-edge">
        {list.channels.length === 0 ? <p className="py-3 text-desk-body text-t2">{t('none')}</p> : null}
        <ul>
          {list.channels.map((channel) => (
            <ChannelRow
              key={channel.id}
              channel={channel}
              form={list.forms.find(({ kind }) => kind === channel.kind)}
              agencies={agencies}
              edit={() => setEditing(channel)}
              test={() => setTesting(channel)}
            />
          ))}
        </ul>
      </section>
      {list.dead.length > 0 ? <DeadLetters dead={list.dead} /> : null}
      <SmsReplies list={list} />
      <FeedToken token={list.feedToken} origin={list.origin} />
      {editing ? (
        <ChannelDialog
          key={editing === 'new' ? 'new' : editing.id}
          channel={editing === 'new' ? null : editing}
          forms={list.forms}
          agencies={agencies}
          close={() => setEditing(null)}
        />
      ) : null}
      {testing ? <TestDialog channel={testing} forms={list.forms} close={() => setTesting(null)} /> : null}
    </div>
  )
}

/** What the SMS gateway must know to hand over replies. */
function SmsReplies({ list }: { list: ChannelListView }) {
  const t = useTranslations('channels')
  const gateways = list.channels.filter(({ kind }) => kind === 'sms')
  if (gateways.length === 0) return null
  return (
    <section className="rounded-tile bg-s1 px-4 py-3 outline-1 -outline-offset-1 outline-tile-edge">
      <h2 className="text-desk-head font-semibold">{t('replies')}</h2>
      <p className="mt-1 text-desk-body text-t2">{t('repliesNote')}</p>
      <p className="mt-2 text-desk-body break-all">{list.origin}/api/sms-reply</p>
      {gateways.map(({ id, name }) => (
        <p key={id} className="text-desk-meta break-all text-t3">
          {name}: {id}
        </p>
      ))}
    </section>
  )
}
