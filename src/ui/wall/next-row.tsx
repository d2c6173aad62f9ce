'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { IncidentView } from '#contracts/views.ts'
import { shortPlace } from '#ui/map/mosaic.ts'
import { AcceptanceSquares } from '#ui/primitives/acceptance-squares.tsx'
import { EscalationStair } from '#ui/primitives/escalation-stair.tsx'
import { rangeFigures } from '#ui/primitives/figures.ts'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { StepCountdown } from '#ui/primitives/step-countdown.tsx'
import type { DueRow } from './due-next.ts'
import { highestRung, type NextClock, owedAlerts } from './next-clock.ts'
import type { WallScene } from './wall-scene.ts'

/** Badge, place and squares above; what happened, the stair and the step that is due below. */
export function NextRow({
  row: { incident, clock },
  scene,
  arrived,
}: {
  row: DueRow
  scene: WallScene
  /** It was not there when this screen was opened. */
  arrived: boolean
}) {
  const t = useTranslations('wall')
  const { place } = incident
  const name = place ? (place.level === 'zone' ? shortPlace(place) : place.name) : t('nowhere')
  return (
    <li
      data-incident={incident.id}
      className={clsx(
        'grid h-24 grid-cols-[5rem_minmax(0,1fr)_auto_auto] items-center border-t-2 border-line',
        arrived && 'motion-arrive',
      )}
    >
      <GradeBadge grade={incident.grade} size={60} className="row-span-2" />
      <div className="col-span-3 col-start-2 grid grid-cols-[minmax(0,1fr)_auto_minmax(9.375rem,auto)] items-center">
        <strong className="truncate text-wall-queue font-bold leading-[1.15]" title={name}>
          {name}
        </strong>
        <AcceptanceSquares
          agencies={scene.board.agencies}
          alerts={incident.alerts}
          now={scene.now}
          size={52}
          unknown={scene.cut}
        />
        <StepCountdown
          step={clock.kind === 'step' ? clock.step : clock}
          now={scene.now}
          className="justify-self-end pl-4 text-[2.875rem] font-semibold leading-none has-[span]:text-[2.375rem]"
        />
      </div>
      <div className="col-span-3 col-start-2 flex items-center justify-between gap-4 text-wall-line leading-[1.2] text-t2">
        <span className="truncate">
          <What incident={incident} />
        </span>
        <DueStep incident={incident} clock={clock} scene={scene} />
      </div>
    </li>
  )
}

function What({ incident }: { incident: IncidentView }) {
  const t = useTranslations('wall')
  const people = rangeFigures(incident.workers)
  if (!people || incident.workers?.max === 1) return incident.headline
  return t('what', {
    headline: incident.headline,
    people: people.text,
    unit: t(people.more ? 'peopleMore' : 'people'),
  })
}

function DueStep({ incident, clock, scene }: { incident: IncidentView; clock: NextClock; scene: WallScene }) {
  const t = useTranslations()
  const rung = highestRung(incident)
  const many = owedAlerts(incident).length > 1
  return (
    <span className="unbroken flex flex-none items-center gap-3">
      {rung > 0 ? (
        <span className="text-t1">
          <EscalationStair rung={rung} size={26} />
        </span>
      ) : null}
      {clock.kind === 'step'
        ? t(`wall.step.${clock.step.step}`)
        : clock.kind === 'lapse'
          ? t('wall.lapsing', { agency: agencyShort(clock.alert.agency, scene) })
          : many
            ? t('agency.acceptMany')
            : t('agency.accept', { agency: agencyShort(clock.alert.agency, scene) })}
    </span>
  )
}

function agencyShort(key: string, { board }: WallScene): string {
  return board.agencies.find((agency) => agency.key === key)?.short ?? key
}
