'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { IncidentView } from '#contracts/views.ts'
import { Fact } from '#ui/primitives/fact.tsx'
import { clockMinutes, shanghai } from '#ui/time/shanghai.ts'
import { TileMark } from './drill-mark.tsx'
import { type FigureWithUnit, useFactWords } from './fact-words.ts'
import { knownFacts } from './known-facts.ts'

/** What is claimed, each with its standing; a figure is a claim until a person confirms it. */
export function IncidentFacts({ incident, children }: { incident: IncidentView; children?: ReactNode }) {
  const t = useTranslations('incident.fact')
  const words = useFactWords()
  const known = knownFacts(incident)
  const workers = words.workers(known)
  const amount = words.amount(known)
  const employer = incident.verified?.employer ?? null
  const told = (claim: FigureWithUnit | null) =>
    known.standing === 'verified' && claim
      ? t('verifiedNote', { claim: `${claim.figure} ${claim.unit}`.trim() })
      : undefined
  const months = words.months(incident)
  const { month, day } = shanghai(incident.firstSeenAt)
  return (
    <dl className="relative isolate grid overflow-hidden grid-cols-2 gap-x-4 gap-y-2 rounded-tile bg-s1 px-4 py-3 outline-1 -outline-offset-1 outline-tile-edge sm:grid-cols-3 lg:grid-cols-7">
      <TileMark />
      <Fact
        label={t('workers')}
        value={workers?.figure ?? <Unknown />}
        unit={workers?.unit}
        standing={workers ? known.standing : undefined}
        note={told(words.workers(incident))}
      />
      <Fact
        label={t('amount')}
        value={amount?.figure ?? <Unknown />}
        unit={amount?.unit}
        standing={amount ? known.standing : undefined}
        note={told(words.amount(incident))}
      />
      <Fact
        label={t('employer')}
        value={nameOf(employer ?? incident.employer ?? incident.project)}
        standing={employer ? 'verified' : incident.employer || incident.project ? 'unchecked' : undefined}
      />
      <Fact
        label={t('months')}
        value={months?.figure ?? <Unknown />}
        unit={months?.unit}
        standing={months ? 'claimed' : undefined}
      />
      <Fact
        label={t('sources')}
        value={incident.sources.length}
        unit={t('sourceUnit')}
        note={<span title={incident.sources.join(t('join'))}>{incident.sources.join(t('join'))}</span>}
      />
      <Fact
        label={t('found')}
        value={clockMinutes(incident.firstSeenAt)}
        note={t('foundNote', { month, day, posts: incident.postCount })}
      />
      {children}
    </dl>
  )
}

function nameOf(name: string | null) {
  if (!name) return <Unknown />
  return (
    <span className="truncate text-phone-body leading-[1.875rem] font-semibold" title={name}>
      {name}
    </span>
  )
}

/** 待核实 in the place of a value, never a blank. */
function Unknown() {
  const t = useTranslations('state')
  return <span className="text-phone-body leading-[1.875rem] font-semibold">{t('unchecked')}</span>
}
