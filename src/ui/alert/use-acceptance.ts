'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { acceptAlert } from '#actions/alerts.ts'
import type { AlertView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import { dropPress, type KeptPress, keepPress, type Outbox, outboxKey, readOutbox } from './outbox.ts'
import { type Press, type Presses, pressOutcome } from './press.ts'

/** A press whose answer takes longer counts as not delivered until the answer comes. */
const answerWithinMs = 5_000
const retryEveryMs = 5_000

export type Acceptance = {
  presses: Presses
  /** Presses on this device that have not reached the server. */
  unsent: number
  /** One press promises what is proposed; `promise` names another step or time. */
  accept: (alert: AlertView, promise?: KeptPress['promise']) => void
}

/**
 * Accepting is one press. It is written down on this device before it is sent, so that nothing pressed is lost:
 * without a link it waits, and goes out when the link is back.
 */
export function useAcceptance(person: Person, realm: string, cut: boolean, now: number): Acceptance {
  const [presses, setPresses] = useState<Presses>({})
  const outbox = useOutbox(outboxKey(realm, person.id))
  const underWay = useRef(new Set<string>())
  const unanswered = useRef(new Set<string>())
  const show = useCallback((alertId: string, press: Press) => {
    setPresses((shown) => ({ ...shown, [alertId]: press }))
  }, [])
  const send = useCallback(
    async ({ alertId, pressedAt, promise }: KeptPress) => {
      if (underWay.current.has(alertId)) return
      underWay.current.add(alertId)
      const keep = () => show(alertId, { state: 'kept', at: pressedAt })
      const late = setTimeout(keep, answerWithinMs)
      try {
        const resent = unanswered.current.has(alertId)
        const answer = await sendAcceptance(alertId, promise)
        const press = pressOutcome(answer, { post: person.post, pressedAt, resent })
        if (press.state !== 'refused' || press.refusal.code !== 'not_signed_in') outbox.drop(alertId)
        clearTimeout(late)
        show(alertId, press)
      } catch {
        clearTimeout(late)
        unanswered.current.add(alertId)
        keep()
      } finally {
        underWay.current.delete(alertId)
      }
    },
    [outbox.drop, person.post, show],
  )
  useResend(outbox.kept, cut, send, show)
  const accept: Acceptance['accept'] = (alert, promise) => {
    const press = { alertId: alert.id, incidentId: alert.incidentId, pressedAt: now, promise }
    outbox.keep(press)
    show(alert.id, { state: cut ? 'kept' : 'busy', at: now })
    if (!cut) void send(press)
  }
  const unsent = outbox.kept.filter(({ alertId }) => presses[alertId]?.state !== 'busy').length
  return { presses, unsent, accept }
}

/** A promise that has become too late on the way is left out: to accept counts more. */
async function sendAcceptance(alertId: string, promise: KeptPress['promise']) {
  const answer = await acceptAlert({ alertId, promise: promise ?? null })
  const outdated = !answer.ok && promise && /^promise_|^no_such_step$/.test(answer.refusal.code)
  return outdated ? acceptAlert({ alertId }) : answer
}

/** Sends what is kept as soon as there is a link, and again every few seconds until it has arrived. */
function useResend(
  kept: Outbox,
  cut: boolean,
  send: (press: KeptPress) => Promise<void>,
  show: (alertId: string, press: Press) => void,
): void {
  useEffect(() => {
    for (const { alertId, pressedAt } of kept) if (cut) show(alertId, { state: 'kept', at: pressedAt })
    if (cut || kept.length === 0) return
    const resend = () => {
      for (const press of kept) void send(press)
    }
    resend()
    const timer = setInterval(resend, retryEveryMs)
    return () => clearInterval(timer)
  }, [kept, cut, send, show])
}

function useOutbox(key: string) {
  const [kept, setKept] = useState<Outbox>([])
  useEffect(() => setKept(readOutbox(localStorage.getItem(key))), [key])
  const change = useCallback(
    (next: (outbox: Outbox) => Outbox) => {
      const outbox = next(readOutbox(localStorage.getItem(key)))
      localStorage.setItem(key, JSON.stringify(outbox))
      setKept(outbox)
    },
    [key],
  )
  const keep = useCallback((press: Outbox[number]) => change((outbox) => keepPress(outbox, press)), [change])
  const drop = useCallback((alertId: string) => change((outbox) => dropPress(outbox, alertId)), [change])
  return { kept, keep, drop }
}
