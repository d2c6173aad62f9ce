'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { escalateAlert } from '#actions/alerts.ts'
import type { AlertView } from '#contracts/views.ts'
import { topRung } from '#domain/alert/alert.ts'
import { useKeys } from '#ui/desk/use-keys.ts'
import { useAct } from '#ui/handling/use-act.ts'
import { stairRung } from '#ui/primitives/escalation-stair.tsx'

/** A first press asks, a second within these milliseconds calls: it wakes somebody of another unit. */
const armedForMs = 5_000

/** 呼叫: calls the next rung of an agency that owes, before its time. */
export function CallNext({ alert, byKey }: { alert: AlertView /** E presses it. */; byKey: boolean }) {
  const t = useTranslations('incident.lease')
  const rungName = useTranslations('agency.rung')
  const { busy, answer, act } = useAct()
  const [armed, setArmed] = useState<number | null>(null)
  useEffect(() => {
    if (armed === null) return
    const timer = setTimeout(() => setArmed(null), armedForMs)
    return () => clearTimeout(timer)
  }, [armed])
  const { id: alertId, version, rung } = alert
  const press = () => {
    if (armed !== version) return setArmed(version)
    setArmed(null)
    void act('call', () => escalateAlert({ alertId, version }))
  }
  useKeys(byKey ? { e: press } : {})
  if (rung >= topRung) return null
  const next = rungName(stairRung(rung + 1))
  return (
    <button
      type="button"
      onClick={press}
      aria-label={`${t('call')} ${next}`}
      title={answer ?? next}
      disabled={busy !== null}
      className="unbroken underline underline-offset-4"
    >
      {armed === version ? t('callAsk') : answer ? t('callFailed') : t('call')}
    </button>
  )
}
