'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { approveRelease, declineRelease } from '#actions/releases.ts'
import type { ReleaseItemView } from '#contracts/release.ts'
import { useAct } from '#ui/handling/use-act.ts'
import { Button } from '#ui/primitives/button.tsx'
import { Countdown } from '#ui/primitives/countdown.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { ReleaseDialog } from './release-dialog.tsx'
import { useForetoldWords } from './release-words.ts'
import { useReleases } from './use-releases.ts'

/** More than this are counted, not drawn: the incident below must stay in sight. */
const drawn = 3

/** What waits for my second hand, and what I asked for, above the incident; one press is enough. */
export function ReleaseTray({
  now,
  surface,
  select,
}: {
  now: number
  surface: 'desk' | 'phone'
  select: (incidentId: string) => void
}) {
  const t = useTranslations('release')
  const { releases, refresh } = useReleases()
  const [opened, setOpened] = useState<string | null>(null)
  const shown = releases
    .filter((one) => one.mine || one.barred === null)
    .sort((a, b) => rank(a) - rank(b) || Date.parse(a.expiresAt) - Date.parse(b.expiresAt))
  const open = shown.find(({ id }) => id === opened)
  if (shown.length === 0) return null
  return (
    <section
      aria-label={t('title')}
      className="flex flex-none flex-col gap-2 px-4 pt-4 max-md:pb-4"
      data-releases
    >
      {shown.slice(0, drawn).map((one) => (
        <ReleaseCard
          key={one.id}
          release={one}
          now={now}
          surface={surface}
          open={() => setOpened(one.id)}
          select={select}
          refresh={refresh}
        />
      ))}
      {shown.length > drawn ? (
        <p className="text-desk-body text-t2">{t('badge', { count: shown.length - drawn })}</p>
      ) : null}
      {open ? <ReleaseDialog release={open} close={() => setOpened(null)} refresh={refresh} /> : null}
    </section>
  )
}

/** What I owe first, then what was done alone, then my own. */
function rank({ barred, state, mine }: ReleaseItemView): number {
  if (barred === null && state === 'waiting') return 0
  return mine ? 2 : 1
}

type Card = {
  release: ReleaseItemView
  now: number
  surface: 'desk' | 'phone'
  open: () => void
  select: (incidentId: string) => void
  refresh: () => void
}

function ReleaseCard({ release, now, surface, open, select, refresh }: Card) {
  const t = useTranslations('release')
  const owed = release.barred === null
  return (
    <article
      data-release={release.kind}
      className={clsx(
        'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-tile px-4 py-3 text-desk-body max-md:text-phone-body',
        owed ? 'on-paper bg-paper text-ink' : 'bg-s2 text-t1',
      )}
    >
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <strong className="font-semibold">{t(`kind.${release.kind}`)}</strong>
          <button
            type="button"
            className="min-w-0 truncate text-left underline underline-offset-4"
            onClick={() => select(release.incident.id)}
          >
            {release.incident.number} {release.incident.headline}
          </button>
        </p>
        <p className="mt-1">
          <Standing release={release} />
        </p>
        <Foretold release={release} />
      </div>
      {release.state === 'waiting' ? (
        <Countdown dueAt={release.expiresAt} now={now} className="font-semibold" />
      ) : null}
      <Acts {...{ release, surface, open, refresh }} />
    </article>
  )
}

/** Who asked or acted, when, and why. */
function Standing({ release }: { release: ReleaseItemView }) {
  const t = useTranslations('release')
  const { state, askedBy, askedAt, decidedBy, decidedAt, decisionReason, reason, signBy } = release
  const asked = t('askedBy', { who: askedBy.post, time: clockMinutes(askedAt) })
  if (state === 'waiting') return reason ? `${asked} · ${t('reason', { reason })}` : asked
  if (state === 'broken' && decidedBy && decidedAt && signBy) {
    const alone = t('brokenBy', { who: decidedBy.post, time: clockMinutes(decidedAt) })
    return `${alone} · ${decisionReason ?? ''} · ${t('signBy', { time: clockMinutes(signBy) })}`
  }
  const by =
    decidedBy && decidedAt ? t('decided', { who: decidedBy.post, time: clockMinutes(decidedAt) }) : ''
  return [t(`state.${state}`), by, decisionReason].filter(Boolean).join(' · ')
}

function Foretold({ release }: { release: ReleaseItemView }) {
  const words = useForetoldWords()
  const lines = release.foretold.map(words).filter(Boolean)
  return lines.length > 0 ? <p className="mt-1 font-medium">{lines.join(' · ')}</p> : null
}

function Acts({ release, surface, open, refresh }: Omit<Card, 'now' | 'select'>) {
  const t = useTranslations('release')
  const { busy, answer, act } = useAct()
  const { id: releaseId, version, state, barred, mine, signed } = release
  const look = surface === 'phone' ? 'phone' : 'desk'
  const carryOut = async (key: string, send: Parameters<typeof act>[1]) => {
    await act(key, send)
    refresh()
  }
  return (
    <div className="flex flex-wrap items-center gap-2 max-md:w-full">
      {answer ? (
        <p role="alert" className="font-semibold">
          {answer}
        </p>
      ) : null}
      {state === 'waiting' && barred === null && !signed ? (
        <Button
          variant="primary"
          surface={look}
          className="max-md:flex-1"
          busy={busy === 'approve'}
          onClick={() => void carryOut('approve', () => approveRelease({ releaseId, version }))}
        >
          {t('approve')}
        </Button>
      ) : null}
      {mine && state === 'waiting' ? (
        <Button
          surface={look}
          busy={busy === 'withdraw'}
          onClick={() => void carryOut('withdraw', () => declineRelease({ releaseId, version, reason: '' }))}
        >
          {t('withdraw')}
        </Button>
      ) : null}
      {state === 'waiting' || (state === 'broken' && barred === null) ? (
        <Button
          surface={look}
          variant={signed && barred === null ? 'primary' : 'plain'}
          className={clsx(barred === null && !signed && 'border-current! text-ink! hover:bg-ink/10!')}
          onClick={open}
        >
          {t(mine ? 'breakOpen' : 'more')}
        </Button>
      ) : null}
    </div>
  )
}
