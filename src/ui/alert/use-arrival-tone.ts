'use client'

import { useEffect, useRef } from 'react'
import type { IncidentView } from '#contracts/views.ts'
import { isLifeThreatened } from '#domain/incident/danger.ts'
import { askedKey } from './asked-key.ts'
import { playTone, type Tone } from './tone.ts'

/** Sounds the grade of every alert that reaches my agency while the desk is open and has been touched once. */
export function useArrivalTone(incidents: IncidentView[], agency: string | null): void {
  const context = useAudio()
  const heard = useRef<Set<string> | null>(null)
  useEffect(() => {
    const owed = incidents.flatMap((incident) =>
      incident.alerts
        .filter((alert) => alert.agency === agency && alert.state === 'unaccepted')
        .map((alert) => {
          const alarmed = isLifeThreatened(incident)
          const sound: Tone = alarmed ? 'life' : incident.grade
          return { id: `${askedKey(alert)}${alarmed ? ' life' : ''}`, sound }
        }),
    )
    const known = heard.current
    heard.current = new Set([...(known ?? []), ...owed.map(({ id }) => id)])
    const arrived = owed.find(({ id }) => known && !known.has(id))
    if (arrived && context.current) playTone(context.current, arrived.sound)
  }, [incidents, agency, context])
}

/** Browsers let a page sound only after a person has pressed something on it. */
function useAudio() {
  const context = useRef<AudioContext | null>(null)
  useEffect(() => {
    const open = () => {
      context.current ??= new AudioContext()
    }
    const options = { once: true }
    window.addEventListener('pointerdown', open, options)
    window.addEventListener('keydown', open, options)
    return () => {
      window.removeEventListener('pointerdown', open)
      window.removeEventListener('keydown', open)
      void context.current?.close()
      context.current = null
    }
  }, [])
  return context
}
