'use client'

import clsx from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'use-intl/react'
import type { DutyView, GapView } from '#contracts/roster.ts'
import type { AgencyView } from '#contracts/views.ts'
import { may, type Person } from '#domain/permission.ts'
import { handoverOffersSeconds } from '#domain/roster/shift-handover.ts'
import { buttonLook } from '#ui/primitives/button.tsx'
import { useGapWords } from '#ui/roster/use-gap-words.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { useDuty } from './use-duty.ts'

const gapsShown = 2

/** The desk's top line: agencies with nobody on, in light; and the hand-over when the shift nears its end or waits for me. */
export function DutyStrip({
  person,
  agencies,
  now,
  phone = false,
}: {
  person: Person
  agencies: AgencyView[]
  now: number
  phone?: boolean
}) {
  const { duty } = useDuty()
  if (!duty) return null
  const handover = dueHandover(duty, person, now)
  if (!handover && duty.gaps.length === 0) return null
  return (
    <aside
      className={clsx(
        'flex flex-none flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-s1 px-4 text-desk-body',
        phone ? 'py-3 text-phone-body' : 'min-h-10 py-1',
      )}
    >
      {duty.gaps.length > 0 ? <Gaps gaps={duty.gaps} agencies={agencies} now={now} /> : null}
      {handover ? <HandoverLink {...handover} duty={duty} phone={phone} /> : null}
    </aside>
  )
}

type Due = { what: 'sign' | 'waits' | 'open' }

/** What of the hand-over concerns this officer now; null when nothing does. */
function dueHandover({ handover, shiftEndsAt }: DutyView, person: Person, now: number): Due | null {
  const { agency } = person
  if (!agency || !may(person, 'hand_over_shift', { agency }).ok) return null
  if (handover?.toId === person.id) return { what: 'sign' }
  if (handover?.byId === person.id) return { what: 'waits' }
  const left = Date.parse(shiftEndsAt) - now
  return left > 0 && left <= handoverOffersSeconds * 1_000 ? { what: 'open' } : null
}

function HandoverLink({ what, duty, phone }: Due & { duty: DutyView; phone: boolean }) {
  const t = useTranslations('shift')
  const { handover, shiftEndsAt } = duty
  const words =
    what === 'sign'
      ? t('waits', { post: handover?.by.post ?? '' })
      : what === 'waits'
        ? t('waitsFor', { post: handover?.to.post ?? '' })
        : t('endsIn', { at: clockMinutes(shiftEndsAt) })
  return (
    <span className={clsx('ml-auto flex items-center gap-3', phone && 'w-full justify-between')}>
      <span className={what === 'sign' ? 'font-semibold text-t1' : 'text-t2'}>{words}</span>
      <Link
        href="/handover"
        className={buttonLook({
          variant: what === 'sign' ? 'primary' : 'plain',
          surface: phone ? 'phone' : 'desk',
        })}
      >
        {t(what === 'sign' ? 'sign' : what === 'waits' ? 'sheet' : 'open')}
      </Link>
    </span>
  )
}

function Gaps({ gaps, agencies, now }: { gaps: GapView[]; agencies: AgencyView[]; now: number }) {
  const t = useTranslations('roster')
  const words = useGapWords(agencies, now)(gaps)
  const more = words.length - gapsShown
  return (
    <Link href="/admin/shifts" className="rounded-control bg-paper px-2 py-0.5 font-semibold text-ink">
      {[...words.slice(0, gapsShown), more > 0 ? t('moreGaps', { count: more }) : '']
        .filter(Boolean)
        .join('；')}
    </Link>
  )
}
