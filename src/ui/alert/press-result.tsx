'use client'

import { useTranslations } from 'use-intl/react'
import { Tick } from '#ui/primitives/tick.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { clockSeconds } from '#ui/time/shanghai.ts'
import type { Press } from './press.ts'

/** What became of the press, written where the press was. */
export function PressResult({ press, className }: { press: Press | undefined; className?: string }) {
  const t = useTranslations('incident.press')
  const refusalText = useRefusalText()
  if (!press) return null
  return (
    <p role="status" className={className}>
      {press.state === 'busy' ? t('busy') : null}
      {press.state === 'kept' ? t('kept', { time: clockSeconds(press.at) }) : null}
      {press.state === 'accepted' ? (
        <span className="unbroken inline-flex items-center gap-1">
          <Tick />
          {t('accepted', { time: clockSeconds(press.at) })}
        </span>
      ) : null}
      {press.state === 'lost' ? t('lost', { who: press.who, time: clockSeconds(press.at) }) : null}
      {press.state === 'refused' ? refusalText(press.refusal) : null}
    </p>
  )
}
