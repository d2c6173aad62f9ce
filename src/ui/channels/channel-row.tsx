'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { ChannelForm, ChannelView } from '#contracts/channels.ts'
import type { AgencyView } from '#contracts/views.ts'
import { Button } from '#ui/primitives/button.tsx'
import { clockMinutes, shanghai } from '#ui/time/shanghai.ts'

/** One gateway: what it can carry, what it said last. */
export function ChannelRow({
  channel,
  form,
  agencies,
  edit,
  test,
}: {
  channel: ChannelView
  form: ChannelForm | undefined
  agencies: AgencyView[]
  edit: () => void
  test: () => void
}) {
  const [t, kind] = [useTranslations('channels'), useTranslations('paging.channel')]
  const { enabled, handed, failed, waiting } = channel
  const whose = agencies.find(({ key }) => key === channel.agency)?.short ?? t('everyAgency')
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-b border-line py-3 text-desk-body last:border-0 md:grid-cols-[9rem_1fr_auto]">
      <span className="max-md:col-span-2">
        <span className={clsx('font-medium', !enabled && 'text-t3')}>{kind(channel.kind)}</span>
        <span className="block text-desk-meta text-t3">
          {channel.name} · {whose}
        </span>
      </span>
      <span className="min-w-0">
        <Health channel={channel} />
        <span className="block text-desk-meta text-t3">{t('day', { handed, failed, waiting })}</span>
        {form ? (
          <span className="block text-desk-meta text-t3">
            {t('carries')} {t(`urgency.${form.carries}`)} · {t(`acknowledges.${form.acknowledges}`)}
          </span>
        ) : null}
      </span>
      <span className="flex gap-2">
        <Button className="max-md:h-12" onClick={test}>
          {t('test')}
        </Button>
        <Button className="max-md:h-12" onClick={edit}>
          {t('edit')}
        </Button>
      </span>
    </li>
  )
}

function Health({ channel: { enabled, strikes, lastHandedAt, lastProblem } }: { channel: ChannelView }) {
  const [t, time] = [useTranslations('channels'), useTranslations('time')]
  const why = useTranslations('paging.problem') as unknown as {
    (code: string): string
    has(code: string): boolean
  }
  if (!enabled) return <span className="text-t3">{t('off')}</span>
  if (strikes > 0 && lastProblem) {
    const problem = why.has(lastProblem) ? why(lastProblem) : lastProblem
    return <span className="font-semibold">{t('failing', { count: strikes, problem })}</span>
  }
  if (!lastHandedAt) return <span className="text-t2">{t('never')}</span>
  const { month, day } = shanghai(lastHandedAt)
  return <span>{t('healthy', { at: `${time('date', { month, day })} ${clockMinutes(lastHandedAt)}` })}</span>
}
