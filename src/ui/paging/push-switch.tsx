'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { dropPushSubscription, keepPushSubscription, readPushKey } from '#actions/channels.ts'
import { Button } from '#ui/primitives/button.tsx'

type State = 'unknown' | 'unsupported' | 'off' | 'on' | 'denied' | 'failed'

/** Lets this browser be called while no page of ours is open. */
export function PushSwitch() {
  const t = useTranslations('push')
  const [state, setState] = useState<State>('unknown')
  const [busy, setBusy] = useState(false)
  useEffect(() => void standing().then(setState), [])
  const turn = async (change: () => Promise<State>) => {
    setBusy(true)
    setState(await change().catch(() => 'failed' as const))
    setBusy(false)
  }
  if (state === 'unknown') return null
  return (
    <section className="rounded-tile bg-s1 px-4 py-3 outline-1 -outline-offset-1 outline-tile-edge">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-desk-head font-semibold">{t('title')}</h2>
        {state === 'unsupported' ? null : (
          <Button
            className="max-md:h-12"
            busy={busy}
            onClick={() => void turn(state === 'on' ? unsubscribe : subscribe)}
          >
            {t(state === 'on' ? 'turnOff' : 'turnOn')}
          </Button>
        )}
      </div>
      <p role="status" className="mt-1 text-desk-body text-t2">
        {t(state)}
      </p>
    </section>
  )
}

async function standing(): Promise<State> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'unsupported'
  const registration = await navigator.serviceWorker.getRegistration('/push.js')
  return (await registration?.pushManager.getSubscription()) ? 'on' : 'off'
}

async function subscribe(): Promise<State> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  const key = await readPushKey(undefined)
  if (!key.ok) return 'failed'
  const registration = await navigator.serviceWorker.register('/push.js')
  await navigator.serviceWorker.ready
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key.value.publicKey,
  })
  const { endpoint, keys = {} } = subscription.toJSON()
  const kept = await keepPushSubscription({
    endpoint: endpoint ?? '',
    p256dh: keys.p256dh ?? '',
    auth: keys.auth ?? '',
  })
  return kept.ok ? 'on' : 'failed'
}

async function unsubscribe(): Promise<State> {
  const registration = await navigator.serviceWorker.getRegistration('/push.js')
  const subscription = await registration?.pushManager.getSubscription()
  if (!subscription) return 'off'
  await dropPushSubscription({ endpoint: subscription.endpoint })
  await subscription.unsubscribe()
  return 'off'
}
