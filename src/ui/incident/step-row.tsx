'use client'

import clsx from 'clsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { AgencyView, StepView } from '#contracts/views.ts'
import { StepCountdown } from '#ui/primitives/step-countdown.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { agencyName } from './agency-names.ts'
import { StepDot, type StepLook } from './step-dot.tsx'

/** One step of a track: done with its time, running, paused, or locked until something else is done. */
export function StepRow({
  step,
  isNext,
  locked,
  agencies,
  now,
  openClock,
}: {
  step: StepView
  isNext: boolean
  /** Why nobody can do it yet; its clock runs all the same. */
  locked: string | null
  agencies: AgencyView[]
  now: number
  /** Shows the clock's pause, or begins one; null where the reader may not. */
  openClock: (() => void) | null
}) {
  const t = useTranslations('incident')
  const { doneAt, pausedAt } = step
  const name = t(`step.${step.step}`)
  const look = doneAt ? 'done' : locked ? 'locked' : pausedAt ? 'paused' : isNext ? 'now' : 'later'
  return (
    <StepLine
      look={look}
      name={step.round && step.round > 1 ? t('stepRound', { step: name, round: step.round }) : name}
      note={useNote(step, locked, agencies)}
    >
      {doneAt ? (
        <time dateTime={doneAt} className="unbroken text-t2">
          {clockMinutes(doneAt)}
        </time>
      ) : (
        <ClockButton step={step} name={name} open={openClock}>
          <StepCountdown
            step={step}
            now={now}
            className={isNext && !pausedAt ? 'font-semibold' : 'text-t2'}
          />
        </ClockButton>
      )}
    </StepLine>
  )
}

function useNote(
  { doneAt, doneBy, note, waived, pausedAt, pauseReason, pausedSeconds, rung }: StepView,
  locked: string | null,
  agencies: AgencyView[],
): string | null {
  const t = useTranslations()
  const parts = []
  if (doneBy) parts.push(agencyName(agencies, doneBy.agency) || doneBy.post)
  if (waived) parts.push(t('clock.waived'))
  if (note) parts.push(note)
  if (locked && !doneAt) parts.push(locked)
  if (pausedAt) parts.push(t('clock.pausedFor', { reason: pauseReason ?? '' }))
  if (!doneAt && !pausedAt && typeof rung === 'number') parts.push(t(`clock.told.${rung as 0 | 1 | 2 | 3}`))
  const minutes = Math.round((pausedSeconds ?? 0) / 60)
  if (minutes > 0) parts.push(t('clock.pausedTotal', { minutes }))
  return parts.join(t('incident.fact.join')) || null
}

/** The clock itself is what is pressed; 暂停 and 恢复 stand in its name. */
function ClockButton({
  step: { pausedAt },
  name,
  open,
  children,
}: {
  step: StepView
  name: string
  open: (() => void) | null
  children: ReactNode
}) {
  const t = useTranslations('clock')
  if (!open) return children
  return (
    <button
      type="button"
      onClick={open}
      aria-label={t(pausedAt ? 'openPause' : 'openClock', { step: name })}
      className="-my-1 rounded-control py-1 text-right underline decoration-transparent decoration-1 underline-offset-4 hover:decoration-t3 max-md:min-h-12"
    >
      {children}
    </button>
  )
}

export function StepLine({
  look,
  name,
  note,
  children,
}: {
  look: StepLook
  name: string
  note?: string | null
  children?: ReactNode
}) {
  const quiet = look === 'done' || look === 'later' || look === 'locked'
  return (
    <li className="flex items-start gap-3 text-desk-body max-md:text-phone-body">
      <StepDot look={look} />
      <span className="min-w-0 flex-1">
        <span className={clsx(quiet ? 'text-t2' : 'font-medium text-t1')}>{name}</span>
        {note ? (
          <span className="block truncate text-desk-meta text-t2" title={note}>
            {note}
          </span>
        ) : null}
      </span>
      {children}
    </li>
  )
}
