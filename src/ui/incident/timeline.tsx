'use client'

import { useMessages, useTranslations } from 'use-intl/react'
import type { AgencyView, TimelineEntry } from '#contracts/views.ts'
import { TimelineRow } from '#ui/primitives/timeline-row.tsx'
import { clockMinutes, shanghai } from '#ui/time/shanghai.ts'
import { agencyName } from './agency-names.ts'

/** What happened, newest first; agencies and posts act, never people. */
export function Timeline({
  entries,
  agencies,
  surface,
  undo = null,
}: {
  entries: TimelineEntry[]
  agencies: AgencyView[]
  surface: 'desk' | 'phone'
  /** Takes a merge or split back; null where the reader may not. */
  undo?: ((changeId: string) => void) | null
}) {
  const act = useTimelineWords(agencies)
  const t = useTranslations('incident.regroup')
  const undone = new Set(
    entries.filter(({ name }) => name === 'incident.restored').map(({ details }) => details.change),
  )
  const newestFirst = [...entries].sort((a, b) => b.id - a.id)
  return (
    <ol className="mt-2">
      {newestFirst.map((entry) => {
        const { actor, sentence } = act(entry)
        const change = undone.has(entry.details.change) ? null : undoable(entry)
        const words =
          undo && change ? (
            <>
              {sentence}{' '}
              <button
                type="button"
                className="unbroken text-accent underline underline-offset-4"
                onClick={() => undo(change)}
              >
                {t('undo')}
              </button>
            </>
          ) : (
            sentence
          )
        return (
          <TimelineRow
            key={entry.id}
            at={entry.at}
            actor={actor}
            act={words}
            surface={surface}
            struck={change === null && undoable(entry) !== null}
          />
        )
      })}
    </ol>
  )
}

function promised(t: ReturnType<typeof useTranslations>, step: string): string {
  return step === 'assess' || step === 'progress'
    ? t(`incident.promised.${step}`)
    : t(`incident.step.${step}`)
}

function dayAndTime(instant: string) {
  const { month, day } = shanghai(instant)
  return { month, day, time: clockMinutes(instant) }
}

/** The change a merge or split can be taken back by. */
function undoable({ name, details }: TimelineEntry): string | null {
  return name === 'incident.merged' || name === 'incident.split' ? String(details.change) : null
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
    if (key === 'audit') return t(`audit.kind.${detail}`)
    if (key === 'fromAt' || key === 'toAt') return t('timeline.dayAndTime', dayAndTime(String(detail)))
    if (key === 'fact') return t(`rule.fact.${detail}`)
    if (key === 'until') return clockMinutes(String(detail))
    if (key === 'promise') return detail === 'none' ? detail : promised(t, String(detail))
    if (key === 'rung') return t(`agency.rung.${detail}`)
    if (key === 'step') return t(`incident.step.${detail}`)
    if (key === 'proceeding') return t(`proceeding.kind.${detail}`)
    if (key === 'stage') return t(`proceeding.stage.${detail}`)
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
