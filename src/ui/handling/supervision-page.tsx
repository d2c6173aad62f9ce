'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ListedLeaderView, ListedSupervisionView, SupervisionListView } from '#contracts/handling.ts'
import type { AgencyView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { DrillMark } from '#ui/incident/drill-mark.tsx'
import { Panel } from '#ui/incident/panel.tsx'
import { LiveQueries } from '#ui/live/live-queries.tsx'
import { StepCountdown } from '#ui/primitives/step-countdown.tsx'
import { useMoment } from '#ui/time/use-moment.ts'
import { useNow } from '#ui/time/use-now.ts'
import { IncidentLink } from './incident-link.tsx'
import { SupervisionDetail } from './supervision-detail.tsx'
import { useList } from './use-list.ts'

type Given = { initial: SupervisionListView; agencies: AgencyView[]; person: Person; drill: boolean }
type Only = 'open' | 'late' | 'ended'

/** Every supervised case with its state, what is overdue among them, and every leader in charge. */
export function SupervisionPage(given: Given) {
  return (
    <LiveQueries>
      <DrillMark value={given.drill}>
        <Supervision {...given} />
      </DrillMark>
    </LiveQueries>
  )
}

function Supervision({ initial, agencies, person }: Given) {
  const t = useTranslations('handling')
  const { list, failed, refresh } = useList('supervisions', initial)
  const now = useNow(list.at)
  const [only, setOnly] = useState<Only>('open')
  const [opened, setOpened] = useState<string | null>(null)
  const chosen = list.supervisions.find(({ id }) => id === opened)
  const shown = list.supervisions.filter((one) => belongs(one, only, now))
  const late = list.leaders.filter((one) => isLate(one, now)).length
  return (
    <div className="mx-auto flex w-full max-w-[1280px] flex-col gap-3 p-4">
      <h1 className="text-desk-title font-bold">{t('page.supervision')}</h1>
      {failed ? <p className="text-desk-body font-semibold text-t1">{t('unread')}</p> : null}
      <Panel
        caption={t('page.supervised')}
        aside={<Tabs supervisions={list.supervisions} only={only} choose={setOnly} now={now} />}
      >
        {shown.length === 0 ? (
          <p className="mt-2 text-desk-body text-t3">{t('page.supervisedNone')}</p>
        ) : (
          <ul className="mt-2 flex flex-col divide-y divide-line">
            {shown.map((one) => (
              <Row
                key={one.id}
                one={one}
                person={person}
                agencies={agencies}
                now={now}
                open={() => setOpened(one.id)}
              />
            ))}
          </ul>
        )}
      </Panel>
      <Panel
        caption={t('page.leaders')}
        note={late > 0 ? t('page.only.late', { count: late }) : list.leaders.length}
      >
        {list.leaders.length === 0 ? (
          <p className="mt-2 text-desk-body text-t3">{t('page.leadersNone')}</p>
        ) : (
          <ul className="mt-2 flex flex-col divide-y divide-line">
            {[...list.leaders]
              .sort((a, b) => Number(isLate(b, now)) - Number(isLate(a, now)))
              .map((one) => (
                <Leader key={one.id} one={one} person={person} agencies={agencies} now={now} />
              ))}
          </ul>
        )}
      </Panel>
      {chosen ? (
        <SupervisionDetail
          supervision={chosen}
          route={chosen.incident.route}
          territory={chosen.incident.territory}
          person={person}
          agencies={agencies}
          now={now}
          close={() => {
            setOpened(null)
            refresh()
          }}
        />
      ) : null}
    </div>
  )
}

function Tabs({
  supervisions,
  only,
  choose,
  now,
}: {
  supervisions: ListedSupervisionView[]
  only: Only
  choose: (only: Only) => void
  now: number
}) {
  const t = useTranslations('handling.page.only')
  return (
    <div role="tablist" className="flex gap-1">
      {(['open', 'late', 'ended'] as const).map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          aria-selected={one === only}
          onClick={() => choose(one)}
          className={clsx(
            'unbroken h-7 rounded-control px-2 text-desk-body max-md:h-12',
            one === only ? 'bg-s3 font-medium text-t1' : 'text-t2 hover:bg-s2',
          )}
        >
          {t(one, { count: supervisions.filter((each) => belongs(each, one, now)).length })}
        </button>
      ))}
    </div>
  )
}

function Row({
  one,
  person,
  agencies,
  now,
  open,
}: {
  one: ListedSupervisionView
  person: Person
  agencies: AgencyView[]
  now: number
  open: () => void
}) {
  const t = useTranslations('handling')
  const { year, count, unit, reasons, state, dueAt } = one
  const late = belongs(one, 'late', now)
  return (
    <li className="grid items-center gap-x-4 gap-y-1 py-2 md:grid-cols-[1fr_1.2fr_auto]">
      <IncidentLink incident={one.incident} person={person} />
      <button
        type="button"
        onClick={open}
        className="min-w-0 text-left text-desk-body hover:underline max-md:min-h-12 max-md:text-phone-body"
      >
        <span className="block truncate font-medium text-t1">
          {count === null
            ? t('supervision.proposed')
            : `${t('supervision.number', { year: year ?? 0, count })} ${agencyName(agencies, unit)}`}
        </span>
        <span className="block truncate text-desk-meta text-t2">
          {reasons.map((reason) => t(`reason.${reason}`)).join(t('join'))}
        </span>
      </button>
      <span className="flex items-center gap-3 text-desk-body md:w-[220px] md:justify-end">
        <span className="unbroken text-t2">{t(`state.${state}`)}</span>
        {state === 'open' && dueAt ? (
          <StepCountdown
            step={{ ...one, dueAt }}
            now={now}
            className={clsx('font-semibold', late && 'rounded-control bg-paper px-1 text-ink')}
          />
        ) : null}
      </span>
    </li>
  )
}

function Leader({
  one,
  person,
  agencies,
  now,
}: {
  one: ListedLeaderView
  person: Person
  agencies: AgencyView[]
  now: number
}) {
  const t = useTranslations('handling')
  const moment = useMoment()
  return (
    <li className="grid items-center gap-x-4 gap-y-1 py-2 text-desk-body md:grid-cols-[1fr_1.2fr_auto]">
      <IncidentLink incident={one.incident} person={person} />
      <span className="min-w-0 truncate font-medium max-md:text-phone-body">
        {agencyName(agencies, one.agency)} {one.post}
      </span>
      <span className="flex flex-wrap items-center gap-x-3 text-t2">
        {isLate(one, now) ? (
          <strong className="unbroken rounded-control bg-paper px-2 text-ink">{t('overdue')}</strong>
        ) : null}
        <span>{t('leader.promisedBy', { date: moment(one.promisedAt) })}</span>
        <span>{t('leader.noteDue', { date: moment(one.noteDueAt) })}</span>
      </span>
    </li>
  )
}

function belongs({ state, dueAt }: ListedSupervisionView, only: Only, now: number): boolean {
  const ended = state === 'closed' || state === 'dismissed'
  if (only === 'ended') return ended
  return !ended && (only === 'open' || (state === 'open' && dueAt !== null && Date.parse(dueAt) < now))
}

function isLate({ promisedAt, noteDueAt }: ListedLeaderView, now: number): boolean {
  return Date.parse(promisedAt) < now || Date.parse(noteDueAt) < now
}
