'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { AlertView, IncidentView } from '#contracts/views.ts'
import { shortPlace } from '#ui/map/mosaic.ts'
import { owingLetters } from '#ui/map/owing-letters.ts'
import { Countdown } from '#ui/primitives/countdown.tsx'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { Tile } from '#ui/primitives/tile.tsx'
import { Watermark } from '#ui/primitives/watermark.tsx'
import { mostUrgent } from './most-urgent.ts'
import { owedAlerts } from './next-clock.ts'
import { RestWords } from './rest-words.tsx'
import type { WallScene } from './wall-scene.ts'

/** Everything else that is open, so that the Ⅰ does not hide a second debt. */
export function TakeoverRest({ scene, incident }: { scene: WallScene; incident: IncidentView }) {
  const t = useTranslations('wall')
  const { board, now, heardAt, condition } = scene
  const others = board.incidents.filter((one) => one.id !== incident.id)
  const next = mostUrgent(others, now)?.incident
  const beyond = others.filter((one) => one.id !== next?.id)
  const owed = beyond.filter((one) => owedAlerts(one).length > 0).length
  return (
    <Tile
      surface="wall"
      caption={t('openCount', { count: board.incidents.length })}
      dataAt={heardAt}
      now={now}
      condition={condition.board}
      under={scene.drill ? <Watermark /> : null}
      className="min-h-52 flex-1"
    >
      {next ? <NextWorst incident={next} scene={scene} /> : null}
      {beyond.length > 0 ? (
        <p className="pt-2 text-wall-line text-t2">
          <RestWords count={beyond.length} owed={owed} />
        </p>
      ) : null}
    </Tile>
  )
}

function NextWorst({ incident, scene }: { incident: IncidentView; scene: WallScene }) {
  const t = useTranslations('wall')
  const owed = owedAlerts(incident)
  return (
    <div className="flex items-center gap-5 pt-3">
      <GradeBadge grade={incident.grade} size={60} />
      <strong className="min-w-0 flex-1 truncate text-wall-queue font-bold">
        {incident.place ? shortPlace(incident.place) : t('nowhere')}
      </strong>
      {owed.length > 0 ? <OwedPlate owed={owed} scene={scene} /> : null}
    </div>
  )
}

function OwedPlate({ owed, scene }: { owed: AlertView[]; scene: WallScene }) {
  const dueAt = owed.map((alert) => alert.dueAt).sort()[0] ?? ''
  return (
    <span
      className={clsx(
        'unbroken flex gap-4 rounded-wall px-5 text-wall-queue font-bold leading-[1.35]',
        scene.cut ? 'border-2 border-t2' : 'on-paper',
      )}
    >
      {owingLetters(owed, scene.board.agencies)}
      <Countdown dueAt={dueAt} now={scene.now} />
    </span>
  )
}
