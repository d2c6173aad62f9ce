'use client'

import { useMessages, useTranslations } from 'use-intl/react'
import type { AgencyView, TimelineEntry } from '#contracts/views.ts'
import { TimelineRow } from '#ui/primitives/timeline-row.tsx'
import { agencyName } from './agency-names.ts'

/** What happened, newest first; agencies and posts act, never people. */
export function Timeline({
  entries,
  agencies,
  surface,
}: {
  entries: TimelineEntry[]
  agencies: AgencyView[]
  surface: 'desk' | 'phone'
}) {
  const act = useTimelineWords(agencies)
  const newestFirst = [...entries].sort((a, b) => b.id - a.id)
  return (
    <ol className="mt-2">
      {newestFirst.map((entry) => {
        const { actor, sentence } = act(entry)
        return <TimelineRow key={entry.id} at={entry.at} actor={actor} act={sentence} surface={surface} />
      })}
    </ol>
  )
}

function useTimelineWords(agencies: AgencyView[]) {
  const t = useTranslations()
  const sentences = useMessages().timeline as Record<string, Record<string, string>>
  const say = useTranslations('timeline') as unknown as (
    key: string,
    blanks: TimelineEntry['details'],
  ) => string
  const words = (key: string, detail: string | number | undefined) => {
    if (detail === undefined) return ''
    if (key === 'agency') return agencyName(agencies, String(detail))
    if (key === 'rung') return t(`agency.rung.${detail}`)
    if (key === 'step') return t(`incident.step.${detail}`)
    if (key === 'grade' || key === 'from' || key === 'to') return t(`rule.numeral.${detail}`)
    return detail
  }
  return (entry: TimelineEntry) => {
    const details = Object.fromEntries(
      Object.entries(entry.details).map(([key, one]) => [key, words(key, one)]),
    )
    const [noun = '', verb = ''] = entry.name.split('.')
    const known = Boolean(sentences[noun]?.[verb])
    return { actor: actorOf(entry), sentence: known ? say(entry.name, details) : entry.name }
  }

  function actorOf({ name, actor, details }: TimelineEntry): string {
    if (actor) return agencyName(agencies, actor.agency) || actor.post
    const told = name === 'incident.opened' || name === 'incident.joined'
    return told && details.source ? String(details.source) : t('timeline.system')
  }
}
