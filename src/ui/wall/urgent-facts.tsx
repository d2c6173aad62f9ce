'use client'

import { useTranslations } from 'use-intl/react'
import type { IncidentView } from '#contracts/views.ts'
import { knownFacts } from '#ui/incident/known-facts.ts'
import { rangeFigures } from '#ui/primitives/figures.ts'
import { useMoneyWords } from './use-money-words.ts'

/** People and money with their standing; what is unknown is said, never left blank. */
export function UrgentFacts({ incident }: { incident: IncidentView }) {
  const t = useTranslations('wall')
  const { workers, amountYuan, standing } = knownFacts(incident)
  const people = rangeFigures(workers)
  const money = useMoneyWords()(amountYuan)
  const known = people !== null || money !== null
  return (
    <div className="flex items-baseline gap-9 leading-[1.15]">
      {people ? (
        <Figure text={people.text} unit={t(people.more ? 'peopleMore' : 'people')} />
      ) : (
        <Unknown text={t('peopleUnknown')} />
      )}
      {money ? <Figure text={money.text} unit={money.unit} /> : <Unknown text={t('amountUnknown')} />}
      {known ? (
        <span className="unbroken ml-auto min-w-0 truncate text-wall-line font-medium text-t2">
          {t(standingWord[standing])}
        </span>
      ) : null}
    </div>
  )
}

/** How far the figures are known, in the wall's words. */
export const standingWord = {
  claimed: 'claimedUnchecked',
  verified: 'checked',
  untrue: 'foundUntrue',
} as const

function Figure({ text, unit }: { text: string; unit: string }) {
  return (
    <span className="unbroken text-wall-figure font-semibold">
      {text}
      <span className="ml-[0.18em] text-[0.44em] font-medium">{unit}</span>
    </span>
  )
}

function Unknown({ text }: { text: string }) {
  return <span className="unbroken text-[2.5rem] font-medium leading-[2.07] text-t2">{text}</span>
}
