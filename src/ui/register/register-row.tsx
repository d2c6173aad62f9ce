'use client'

import clsx from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'use-intl/react'
import type { RegisterRowView } from '#contracts/register.ts'
import type { AgencyView, IncidentView } from '#contracts/views.ts'
import { nextDuty } from '#ui/desk/desk-queue.ts'
import { dutyWords } from '#ui/desk/queue-row.tsx'
import { agencyName } from '#ui/incident/agency-names.ts'
import { useFactWords } from '#ui/incident/fact-words.ts'
import { knownFacts } from '#ui/incident/known-facts.ts'
import { usePlaceName } from '#ui/incident/place-name.ts'
import { AcceptanceSquares } from '#ui/primitives/acceptance-squares.tsx'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { StepCountdown } from '#ui/primitives/step-countdown.tsx'
import { dayAndTime } from '#ui/time/day-and-time.ts'

/** Lines up the columns from 768 px; on a phone each incident is a card. */
export const columns =
  'md:grid-cols-[28px_72px_minmax(0,1fr)_64px_132px_92px_92px_112px] md:gap-x-4 grid items-center'

/** Marks the rows the keys go through. */
export const rowMark = 'data-register-row'

/** One incident of the register; the whole line opens it on the desk. */
export function RegisterRow({
  row: { incident, changedAt, closedAt, mergedInto },
  agencies,
  now,
}: {
  row: RegisterRowView
  agencies: AgencyView[]
  now: number
}) {
  const placeName = usePlaceName(agencies)
  const { id, grade, number, headline, place, employer, project, openedAt, state } = incident
  const ended = state === 'closed'
  const site = [employer, project].filter(Boolean).join(' · ')
  return (
    <li>
      <Link
        href={`/desk?incident=${id}`}
        {...{ [rowMark]: number }}
        className={clsx(
          columns,
          'min-h-12 gap-y-1 rounded-control px-2 py-2 text-desk-body hover:bg-s2 focus-visible:bg-s3',
          'max-md:grid-cols-[28px_1fr_auto] max-md:gap-x-3 max-md:text-phone-body',
        )}
      >
        <GradeBadge grade={grade} size={24} tone={ended ? 'grey' : 'normal'} />
        <span className="unbroken text-t2 max-md:order-2">{number}</span>
        <span className="min-w-0 max-md:order-1">
          <span className="block truncate text-t1">
            <strong className="mr-2 font-semibold">{placeName(place)}</strong>
            {headline}
          </span>
          {site ? <span className="block truncate text-desk-meta text-t2">{site}</span> : null}
        </span>
        <span className={clsx('max-md:hidden', ended && 'opacity-50')}>
          <AcceptanceSquares
            agencies={agencies}
            alerts={incident.alerts}
            now={now}
            size={18}
            unknown={false}
          />
        </span>
        <span className="truncate text-t1 max-md:hidden">
          <Claimed incident={incident} />
        </span>
        <time dateTime={openedAt} className="unbroken text-t2 max-md:hidden">
          {dayAndTime(openedAt)}
        </time>
        <time dateTime={changedAt} className="unbroken text-t2 max-md:order-3 max-md:col-start-2">
          {dayAndTime(changedAt)}
        </time>
        <span className="min-w-0 truncate text-right max-md:order-4">
          <Standing {...{ incident, closedAt, mergedInto, agencies, now }} />
        </span>
      </Link>
    </li>
  )
}

function Claimed({ incident }: { incident: IncidentView }) {
  const words = useFactWords()
  const facts = knownFacts(incident)
  const said = [words.workers(facts), words.amount(facts)].flatMap((one) =>
    one ? [`${one.figure} ${one.unit}`.trim()] : [],
  )
  return said.length > 0 ? said.join(' · ') : <span className="text-t3">–</span>
}

/** What is owed next while it is open; how and when it ended afterwards. */
function Standing({
  incident,
  closedAt,
  mergedInto,
  agencies,
  now,
}: Pick<RegisterRowView, 'incident' | 'closedAt' | 'mergedInto'> & { agencies: AgencyView[]; now: number }) {
  const t = useTranslations('register')
  const words = useTranslations('incident')
  if (mergedInto) return <span className="text-t2">{t('mergedInto', { number: mergedInto.number })}</span>
  if (incident.state === 'closed') {
    return (
      <span className="text-t2">{closedAt ? t('closedAt', { at: dayAndTime(closedAt) }) : t('ended')}</span>
    )
  }
  const next = nextDuty(incident, null, agencies)
  if (!next) return <span className="text-t3">{words('nothingOwed')}</span>
  return (
    <span className="flex flex-col items-end leading-tight">
      <StepCountdown step={next.step ?? next} now={now} className="font-semibold" />
      <span className="max-w-full truncate text-desk-meta text-t2">
        {words('whoDoes', { who: agencyName(agencies, next.agency), act: dutyWords(words, next.act) })}
      </span>
    </span>
  )
}
