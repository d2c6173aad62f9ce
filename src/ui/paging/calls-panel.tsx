'use client'

import { useTranslations } from 'use-intl/react'
import type { MessageView, PageView } from '#contracts/paging.ts'
import type { AgencyView } from '#contracts/views.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { useOfIncident } from '#ui/live/use-of-incident.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'

/** Calls of earlier rounds are in the timeline; here stands who is being called now and by what. */
const shownMost = 12

/** Who was called, by which channels, and whether it got through. */
export function CallsPanel({ incidentId, agencies }: { incidentId: string; agencies: AgencyView[] }) {
  const t = useTranslations('paging')
  const { answer } = useOfIncident('calls', incidentId)
  if (!answer?.ok) return null
  const pages = answer.value
  const posts = Math.max(0, ...pages.map((page) => page.posts))
  return (
    <Panel caption={t('calls.title')} note={posts > 1 ? t('calls.posts', { count: posts }) : undefined}>
      {pages.length === 0 ? <p className="mt-2 text-desk-body text-t2">{t('calls.none')}</p> : null}
      <ol className="mt-2 flex flex-col gap-2">
        {pages.slice(0, shownMost).map((page) => (
          <Call key={page.id} page={page} agencies={agencies} />
        ))}
      </ol>
    </Panel>
  )
}

function Call({ page, agencies }: { page: PageView; agencies: AgencyView[] }) {
  const t = useTranslations('paging')
  const { agency, post, rung, state, occasion, messages } = page
  const name = agency ? agencyName(agencies, agency) : ''
  return (
    <li className="border-b border-line pb-2 last:border-0 last:pb-0">
      <p className="flex items-baseline justify-between gap-2 text-desk-body">
        <span className="min-w-0 truncate">
          <span className="font-medium">{post}</span>
          <span className="ml-2 text-desk-meta text-t3">{t(`rung.${rung}`)}</span>
        </span>
        <span className="unbroken text-desk-meta text-t3">
          {state === 'open' ? clockMinutes(page.beganAt) : t(`pageState.${state}`)}
        </span>
      </p>
      {occasion === 'raised' ? null : (
        <p className="text-desk-meta text-t3">{t(`occasion.${occasion}`, { agency: name })}</p>
      )}
      <ul className="mt-0.5 flex flex-wrap gap-x-3 text-desk-meta text-t2">
        {messages.map((message) => (
          <li key={message.id} className="unbroken">
            {t(`channel.${message.channel}`)} <MessageState message={message} />
          </li>
        ))}
      </ul>
    </li>
  )
}

function MessageState({
  message: { state, attempts, handedAt, nextTryAt, problem },
}: {
  message: MessageView
}) {
  const t = useTranslations('paging')
  const why = useTranslations('paging.problem') as unknown as {
    (code: string): string
    has(code: string): boolean
  }
  const reason = problem && why.has(problem) ? why(problem) : problem
  if (state === 'handed' && handedAt) {
    return <span className="text-t1">{t('state.handed', { at: clockMinutes(handedAt) })}</span>
  }
  if (state === 'waiting' && problem && nextTryAt) {
    return (
      <span className="font-semibold text-t1">
        {t('state.retry', { count: attempts, at: clockMinutes(nextTryAt) })} {reason}
      </span>
    )
  }
  if (state === 'failed') {
    return (
      <span className="font-semibold text-t1">
        {t('state.failed')} {reason}
      </span>
    )
  }
  return <span className="text-t3">{t(state === 'stopped' ? 'state.stopped' : 'state.waiting')}</span>
}
