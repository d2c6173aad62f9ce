'use client'

import clsx from 'clsx'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { healthParts } from '#contracts/views.ts'
import { type ServerHealth, serverHealth } from '#ui/live/server-health.ts'
import { Button } from '#ui/primitives/button.tsx'
import { minutesSeconds } from '#ui/time/time-left.ts'

/** How often a failed page asks whether it can be had again. */
const askEverySeconds = 5

/** A page that could not be made: what is wrong, since when, and that it comes back without anybody's help. */
export function FailedPage({ wall }: { wall: boolean }) {
  const t = useTranslations()
  const { health, waited } = useReturn()
  return (
    <main
      role="alert"
      data-surface={wall ? 'wall' : undefined}
      data-theme={wall ? 'dark' : undefined}
      className={clsx(
        'flex min-h-dvh flex-col items-center justify-center gap-6 bg-bg px-6 py-10 text-center text-t1',
        wall ? 'text-wall-line' : 'text-phone-body md:text-desk-body',
      )}
    >
      <p className="font-bold tracking-[0.12em] indent-[0.12em] text-t2">{t('shell.brand')}</p>
      <div className="on-paper flex max-w-full flex-col gap-2 rounded-tile px-8 py-6">
        <h1 className={clsx('font-bold', wall ? 'text-wall-headline' : 'text-[1.5rem]')}>
          {t('failure.title')}
        </h1>
        <p className={wall ? 'text-wall-queue' : 'text-[1.125rem]'}>{useReason(health)}</p>
      </div>
      <p className="text-t2">
        {t('failure.byItself', { seconds: askEverySeconds })}
        <span className="unbroken ml-[1em]">{t('failure.since', { time: minutesSeconds(waited) })}</span>
      </p>
      <p>{t('failure.phone')}</p>
      {wall ? null : <Button onClick={() => window.location.reload()}>{t('failure.retry')}</Button>}
    </main>
  )
}

/** Asks the server every few seconds and fetches the page anew once its database answers: no page needs more. */
function useReturn(): { health: ServerHealth | null | undefined; waited: number } {
  const [health, setHealth] = useState<ServerHealth | null>()
  const [waited, setWaited] = useState(0)
  useEffect(() => {
    const from = Date.now()
    const counting = setInterval(() => setWaited(Math.floor((Date.now() - from) / 1000)), 1000)
    const asking = setInterval(async () => {
      const told = await serverHealth()
      setHealth(told)
      if (told?.checks.postgres) window.location.reload()
    }, askEverySeconds * 1000)
    void serverHealth().then(setHealth)
    return () => {
      clearInterval(counting)
      clearInterval(asking)
    }
  }, [])
  return { health, waited }
}

/** Undefined until the server was asked for the first time. */
function useReason(health: ServerHealth | null | undefined): string {
  const t = useTranslations()
  if (health === undefined) return ''
  if (health === null) return t('failure.serverGone')
  const down = healthParts.filter((part) => !health.checks[part])
  if (down.length === 0) return t('failure.page')
  return t('failure.down', { names: down.map((part) => t(`desk.part.${part}`)).join(t('desk.join')) })
}
