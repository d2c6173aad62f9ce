'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { AlertView, IncidentView } from '#contracts/views.ts'
import { openSteps } from '#domain/incident/step-duty.ts'
import { Countdown } from '#ui/primitives/countdown.tsx'
import { StepCountdown } from '#ui/primitives/step-countdown.tsx'
import { Tick } from '#ui/primitives/tick.tsx'
import { Watermark } from '#ui/primitives/watermark.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { cutLook } from './cut-look.ts'
import { otherUnits } from './other-units.ts'
import type { WallScene } from './wall-scene.ts'

/** The other units that were asked, and the next clock of the incident itself. */
export function TakeoverOthers({ scene, incident }: { scene: WallScene; incident: IncidentView }) {
  const t = useTranslations('wall')
  const { shown, more } = otherUnits(incident, scene.board.agencies)
  const [step] = openSteps(incident.steps)
  return (
    <section
      className={clsx(
        'relative flex flex-none items-end justify-between gap-6 overflow-hidden rounded-wall px-8 py-5',
        scene.cut ? cutLook : 'bg-s1',
      )}
    >
      {scene.drill ? <Watermark /> : null}
      {shown.map((alert) => (
        <OtherUnit key={alert.id} alert={alert} scene={scene} />
      ))}
      {more > 0 ? (
        <span className="unbroken relative text-wall-line text-t2">{t('moreUnits', { count: more })}</span>
      ) : null}
      {step ? (
        <span className="relative ml-auto flex flex-col text-right">
          <span className="text-wall-line text-t2">{t(`step.${step.step}`)}</span>
          <StepCountdown
            step={step}
            now={scene.now}
            className="text-wall-headline font-semibold leading-[1.15]"
          />
        </span>
      ) : null}
    </section>
  )
}

function OtherUnit({ alert, scene }: { alert: AlertView; scene: WallScene }) {
  const name = scene.board.agencies.find((agency) => agency.key === alert.agency)?.short ?? alert.agency
  return (
    <span className="relative flex min-w-0 flex-col">
      <span className="truncate text-wall-line text-t2">{name}</span>
      <span className="unbroken flex items-center gap-3 text-wall-accepted leading-[1.15]">
        {alert.acceptedAt ? (
          <>
            <Tick />
            {clockMinutes(alert.acceptedAt)}
          </>
        ) : (
          <Countdown
            dueAt={alert.dueAt}
            now={scene.now}
            className={clsx('rounded-wall px-3 font-bold', scene.cut ? 'border-2 border-t2' : 'on-paper')}
          />
        )}
      </span>
    </span>
  )
}
