'use client'

import { useTranslations } from 'use-intl/react'
import type { AlertView, IncidentView } from '#contracts/views.ts'
import { usePromiseWords } from '#ui/alert/promise-words.ts'
import { stairRung } from '#ui/primitives/escalation-stair.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'

/** What comes next for one agency: what it promised, or whom the ladder calls while it owes – and how it came to owe again. */
export function NextForAgency({
  alert,
  incident,
  now,
}: {
  alert: AlertView
  incident: IncidentView
  now: number
}) {
  const ladder = useLadderWords()
  const lapse = useLapseWords()
  const promise = usePromiseWords()
  const t = useTranslations('incident.lease')
  const { lease } = alert
  if (alert.state === 'unaccepted') {
    const again = postsSince(alert, incident)
    const words = [
      lapse(alert),
      alert.snoozeEndsAt && Date.parse(alert.snoozeEndsAt) > now
        ? t('snoozed', { time: clockMinutes(alert.snoozeEndsAt) })
        : ladder(alert),
      again > 0 ? t('again', { count: again }) : null,
    ]
    return words.filter(Boolean).join('；')
  }
  if (!lease) return null
  const handover = lease.handover && t('offered', { colleague: lease.handover.to.post })
  return [promise.full(lease.step, lease.promisedAt, now), handover].filter(Boolean).join('；')
}

/** Posts since the agency was last called: a counter instead of a page for each. */
export function postsSince({ heardPosts }: AlertView, { postCount }: IncidentView): number {
  return Math.max(0, postCount - (heardPosts ?? postCount))
}

/** 到时升至科室负责人, or where the ladder already stands; rungs that reach nobody are named. */
export function useLadderWords(): (alert: AlertView) => string {
  const t = useTranslations('incident')
  const rungName = useTranslations('agency.rung')
  return ({ rung, nextStepAt, unreachable = [] }) => {
    const called = rungName(stairRung(rung))
    const next = rungName(stairRung(rung + 1))
    const rungs = unreachable.map((one) => rungName(stairRung(one))).join(t('fact.join'))
    const nobody = rungs ? t('lease.unreachable', { rungs }) : null
    const climbs =
      nextStepAt === null
        ? t('ladder.top', { called })
        : rung === 0
          ? t('ladder.first', { next })
          : t('ladder.further', { next, time: clockMinutes(nextStepAt) })
    return [nobody, climbs].filter(Boolean).join('；')
  }
}

/** Why it is owed again; null where it was never held. */
export function useLapseWords(): (alert: AlertView) => string | null {
  const t = useTranslations('incident.lease')
  return ({ lapse }) => (lapse ? t('lapsed', { why: lapse.why, reason: lapse.reason ?? '' }) : null)
}
