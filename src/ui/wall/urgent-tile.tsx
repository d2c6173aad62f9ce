'use client'

import { useTranslations } from 'use-intl/react'
import type { IncidentView, StepView } from '#contracts/views.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import { openSteps } from '#domain/incident/step-duty.ts'
import { shortPlace } from '#ui/map/mosaic.ts'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { StepCountdown } from '#ui/primitives/step-countdown.tsx'
import { Tile } from '#ui/primitives/tile.tsx'
import { Watermark } from '#ui/primitives/watermark.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { minutesSeconds } from '#ui/time/time-left.ts'
import { AgencyCells } from './agency-cells.tsx'
import { coverage } from './coverage.ts'
import { UrgentFacts } from './urgent-facts.tsx'
import type { WallScene } from './wall-scene.ts'

/** The one incident that most needs somebody: where, what, how many, who owes, and until when. */
export function UrgentTile({ scene, className }: { scene: WallScene; className?: string }) {
  const t = useTranslations('wall')
  const { urgent, now, heardAt, condition, drill } = scene
  const quiet = !urgent && scene.blind && condition.board === 'live'
  return (
    <Tile
      surface="wall"
      caption={t('urgent')}
      dataAt={heardAt}
      now={now}
      condition={quiet ? 'blind' : condition.board}
      under={drill ? <Watermark /> : null}
      className={className}
    >
      {urgent ? <Urgent incident={urgent} scene={scene} /> : <Nothing scene={scene} />}
    </Tile>
  )
}

function Urgent({ incident, scene }: { incident: IncidentView; scene: WallScene }) {
  return (
    <>
      <div className="flex items-center gap-6 pt-1">
        <GradeBadge grade={incident.grade} size={96} />
        <Place incident={incident} />
        <Aside incident={incident} now={scene.now} />
      </div>
      <div className="flex items-baseline gap-6 pt-2">
        <p
          className="line-clamp-1 min-w-0 flex-1 text-wall-headline font-medium leading-[1.3]"
          title={incident.headline}
        >
          {incident.headline}
        </p>
        <Reporters incident={incident} />
      </div>
      {isLifeThreatened(incident) ? <LifeLine /> : <UrgentFacts incident={incident} />}
      <AgencyCells incident={incident} scene={scene} />
      <NextClocks steps={openSteps(incident.steps).slice(0, 2)} now={scene.now} />
    </>
  )
}

/** Where a life is in danger the first action stands in the place of people and money. */
function LifeLine() {
  const t = useTranslations()
  return (
    <p className="unbroken flex flex-1 items-center gap-8 text-[3.5rem] font-bold leading-none">
      <span>{t('wall.lifeFirst')}</span>
      <span>110</span>
      <span>119</span>
      <span>120</span>
    </p>
  )
}

function Place({ incident }: { incident: IncidentView }) {
  const t = useTranslations('wall')
  const name = placeName(incident) ?? t('nowhere')
  // Long names shrink rather than lose a character: a place must be read whole.
  const size = Math.min(4.75, 23 / Math.max(1, name.length))
  return (
    <strong className="unbroken min-w-0 font-bold leading-[1.2]" style={{ fontSize: `${size}rem` }}>
      {name}
    </strong>
  )
}

/** A town by its full name, a zone by the short one people use. */
function placeName({ place }: IncidentView): string | null {
  if (!place) return null
  return place.level === 'zone' ? shortPlace(place) : place.name
}

function Aside({ incident, now }: { incident: IncidentView; now: number }) {
  const t = useTranslations('wall')
  const age = Math.floor((now - Date.parse(incident.openedAt)) / 1000)
  return (
    <span className="unbroken ml-auto flex flex-none flex-col text-right text-wall-line font-medium text-t2">
      <span>{incident.place?.county}</span>
      <span>
        {age >= 0 && age < freshSeconds
          ? t('fresh', { time: minutesSeconds(age) })
          : t('found', { time: clockMinutes(incident.firstSeenAt) })}
      </span>
    </span>
  )
}

/** A new incident says so for two minutes. */
const freshSeconds = 120

function Reporters({ incident }: { incident: IncidentView }) {
  const t = useTranslations('wall')
  if (incident.sources.length < 2) return null
  return (
    <span className="unbroken flex-none text-wall-line font-medium text-t2">
      {t('reporters', { count: incident.sources.length })}
    </span>
  )
}

function NextClocks({ steps, now }: { steps: StepView[]; now: number }) {
  const t = useTranslations('wall.step')
  return (
    <div className="flex h-[3.75rem] flex-none items-end gap-12">
      {steps.map((step) => (
        <span key={step.step} className="unbroken flex items-baseline gap-4">
          <span className="text-wall-line font-medium text-t2">{t(step.step)}</span>
          <StepCountdown step={step} now={now} className="text-wall-headline font-semibold leading-none" />
        </span>
      ))}
    </div>
  )
}

/** Nothing open: a trusted zero while sources live, a question mark while none does. */
function Nothing({ scene }: { scene: WallScene }) {
  const t = useTranslations('wall')
  const { alive, total } = coverage(scene.board.pulse.sources)
  return (
    <div className="flex flex-1 flex-col justify-center gap-4">
      <span className="text-wall-place font-bold">{scene.blind ? '?' : t('noneToday')}</span>
      <span className="text-wall-queue text-t2">
        {scene.blind ? t('blind') : t('sourcesAlive', { alive, total })}
      </span>
    </div>
  )
}
