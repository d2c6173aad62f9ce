'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { IncidentView } from '#contracts/views.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import { knownFacts } from '#ui/incident/known-facts.ts'
import { shortPlace } from '#ui/map/mosaic.ts'
import { AcceptanceCell } from '#ui/primitives/acceptance-cell.tsx'
import { acceptanceState, owesAcceptance } from '#ui/primitives/acceptance-state.ts'
import { rangeFigures } from '#ui/primitives/figures.ts'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { Tick } from '#ui/primitives/tick.tsx'
import { Watermark } from '#ui/primitives/watermark.tsx'
import { minutesSeconds } from '#ui/time/time-left.ts'
import { cutLook } from './cut-look.ts'
import { standingWord } from './urgent-facts.tsx'
import { useIsColumn } from './use-is-column.ts'
import { useMoneyWords } from './use-money-words.ts'
import type { WallScene } from './wall-scene.ts'

/** Badge and place; what happened; what is unknown, said plainly; first action; who must accept. */
export function TakeoverField({ scene, incident }: { scene: WallScene; incident: IncidentView }) {
  const { cut, drill } = scene
  return (
    <section
      data-takeover={incident.id}
      className={clsx(
        'motion-settle relative flex min-h-0 flex-col gap-5 overflow-hidden rounded-wall p-8 lg:px-12 lg:pt-10 lg:pb-10',
        cut ? cutLook : 'bg-grade-one-field text-white',
      )}
    >
      {drill ? <Watermark /> : null}
      <Head incident={incident} scene={scene} />
      <p className="relative line-clamp-2 text-wall-one-sentence font-bold leading-[1.25]">
        {incident.headline}
      </p>
      <Known incident={incident} />
      {isLifeThreatened(incident) ? <LifeFirst incident={incident} scene={scene} /> : null}
      <Cells incident={incident} scene={scene} />
    </section>
  )
}

function Head({ incident, scene }: { incident: IncidentView; scene: WallScene }) {
  const t = useTranslations()
  const { place } = incident
  const name = place ? (place.level === 'zone' ? shortPlace(place) : place.name) : t('wall.nowhere')
  const age = Math.max(0, Math.floor((scene.now - Date.parse(incident.openedAt)) / 1000))
  const danger = isLifeThreatened(incident)
  const column = useIsColumn()
  return (
    <div className="relative flex items-center gap-6 lg:gap-10">
      <GradeBadge grade="I" size={column ? 144 : 232} tone="on_field" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-6 text-wall-headline font-bold">
          <span className="unbroken">{danger ? `${t('grade.I')} · ${t('wall.danger')}` : t('grade.I')}</span>
          {age < 3600 ? (
            <span className="unbroken">{t('wall.fresh', { time: minutesSeconds(age) })}</span>
          ) : null}
        </p>
        <p className="flex flex-wrap items-baseline gap-x-8">
          <strong
            className="unbroken font-black leading-[1.15]"
            style={{ fontSize: `${placeRem(name, column)}rem` }}
          >
            {name}
          </strong>
          <span className="unbroken text-wall-one-agency">{place?.county}</span>
        </p>
      </div>
    </div>
  )
}

/** 176 px on the wall; a long name or a narrow screen makes it smaller, never shorter. */
function placeRem(name: string, column: boolean): number {
  return Math.min(11, (column ? 19 : 46) / Math.max(1, name.length))
}

function Known({ incident }: { incident: IncidentView }) {
  const t = useTranslations('wall')
  const { workers, amountYuan, standing } = knownFacts(incident)
  const people = rangeFigures(workers)
  const money = useMoneyWords()(amountYuan)
  return (
    <p className="relative flex flex-wrap gap-x-12 text-wall-headline leading-[1.25]">
      {incident.project || incident.employer ? (
        <span className="min-w-0 truncate">{incident.project ?? incident.employer}</span>
      ) : null}
      <span className="unbroken">
        {people ? `${people.text} ${t(people.more ? 'peopleMore' : 'people')}` : t('peopleUnknown')}
      </span>
      <span className="unbroken">{money ? `${money.text} ${money.unit}` : t('amountUnknown')}</span>
      {people || money ? <span className="unbroken">{t(standingWord[standing])}</span> : null}
    </p>
  )
}

/** Where danger to life is signalled, the first action, before any office: the three numbers to call. */
function LifeFirst({ incident, scene }: { incident: IncidentView; scene: WallScene }) {
  const t = useTranslations('wall')
  const told = incident.alerts.some(({ agency, state }) => agency === 'gaj' && state === 'accepted')
  return (
    <p
      className={clsx(
        'relative mt-auto flex unbroken h-26 flex-none items-center gap-8 rounded-wall px-8 text-[3.5rem] font-bold leading-none lg:gap-14 lg:text-[4rem]',
        scene.cut ? 'border-2 border-t2' : 'bg-s1',
      )}
    >
      <span>{t('lifeFirst')}</span>
      <span className="flex items-center gap-3">110{told ? <Tick /> : null}</span>
      <span>119</span>
      <span>120</span>
    </p>
  )
}

function Cells({ incident, scene }: { incident: IncidentView; scene: WallScene }) {
  return (
    <div
      className={clsx(
        'relative grid flex-none gap-6 *:h-56 lg:grid-cols-3 lg:*:h-[14.25rem]',
        !isLifeThreatened(incident) && 'mt-auto',
      )}
    >
      {scene.firstLine.map((agency) => {
        const alert = incident.alerts.find((one) => one.agency === agency.key)
        const state = acceptanceState(alert, scene.now)
        return (
          <div key={agency.key} className={clsx(state === 'accepted' && '[--s2:#12171a]')}>
            <AcceptanceCell
              agency={agency}
              alert={alert}
              now={scene.now}
              surface="wall_one"
              state={scene.cut && owesAcceptance(state) ? 'unknown' : state}
              under={scene.drill ? <Watermark /> : null}
            />
          </div>
        )
      })}
    </div>
  )
}
