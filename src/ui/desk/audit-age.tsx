'use client'

import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { AuditFinding } from '#contracts/audit.ts'
import type { AuditView } from '#contracts/audit-view.ts'
import type { ReleaseView } from '#contracts/release.ts'
import type { AgencyView, StepName } from '#contracts/views.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { read } from '#ui/live/read.ts'
import { Button } from '#ui/primitives/button.tsx'
import { Countdown } from '#ui/primitives/countdown.tsx'
import { elapsed } from '#ui/time/elapsed.ts'

/** 巡检 12 秒前: how long ago everything due was looked over; on paper when something of it is not done. */
export function AuditAge({
  audit,
  agencies,
  now,
}: {
  audit: AuditView | undefined
  agencies: AgencyView[]
  now: number
}) {
  const t = useTranslations()
  const [open, setOpen] = useState(false)
  if (!audit?.at) return <span className="unbroken">{t('audit.never')}</span>
  const { unit, count } = elapsed(Date.parse(audit.at), now)
  const age = t('audit.age', { age: t(`time.ago.${unit}`, { count }) })
  if (audit.open === 0 && !open) return <span className="unbroken">{age}</span>
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className={clsx(
          'unbroken',
          audit.open > 0 && 'rounded-control bg-paper px-2 leading-5 font-semibold text-ink',
        )}
      >
        {audit.open > 0 ? t('audit.open', { count: audit.open }) : age}
      </button>
      {open ? <Findings agencies={agencies} now={now} age={age} close={() => setOpen(false)} /> : null}
    </>
  )
}

function Findings({
  agencies,
  now,
  age,
  close,
}: {
  agencies: AgencyView[]
  now: number
  age: string
  close: () => void
}) {
  const t = useTranslations('audit')
  const sheet = useRef<HTMLDialogElement>(null)
  useEffect(() => sheet.current?.showModal(), [])
  const { data, isError } = useQuery({
    queryKey: ['findings'],
    queryFn: () => read('findings'),
    refetchInterval: 5_000,
  })
  const findings = data?.ok ? data.value : []
  return (
    <dialog
      ref={sheet}
      onClose={close}
      aria-label={t('caption')}
      className="m-auto w-[min(560px,calc(100vw-32px))] rounded-tile border border-line2 bg-s1 p-4 text-t1 backdrop:bg-bg/60"
    >
      <h2 className="flex items-baseline justify-between text-desk-head font-semibold">
        {t('caption')}
        <span className="text-desk-meta font-normal text-t3">{age}</span>
      </h2>
      <p className="mt-1 text-desk-meta text-t2">{isError ? t('unread') : t('note')}</p>
      <ul className="my-3 max-h-80 overflow-y-auto text-desk-body">
        {findings.map((finding) => (
          <Finding key={finding.key} finding={finding} agencies={agencies} now={now} />
        ))}
        {data && findings.length === 0 ? <li className="text-t2">{t('none')}</li> : null}
      </ul>
      <Button onClick={() => sheet.current?.close()} hint="Esc">
        {t('close')}
      </Button>
    </dialog>
  )
}

function Finding({ finding, agencies, now }: { finding: AuditFinding; agencies: AgencyView[]; now: number }) {
  const t = useTranslations('audit.kind')
  const words = useSubjectWords(agencies)
  return (
    <li className="flex items-baseline justify-between gap-4 border-t border-line py-2">
      <span className="min-w-0">
        {t(finding.kind)} <span className="text-t2">{words(finding)}</span>
      </span>
      <Countdown dueAt={finding.dueAt} now={now} className="font-semibold" />
    </li>
  )
}

/** The row as an officer knows it: 1123-07 宣传部, 1123-07 到场, the source, the process. */
function useSubjectWords(agencies: AgencyView[]): (finding: AuditFinding) => string {
  const t = useTranslations()
  return ({ kind, subject }) => {
    const [number = '', what = ''] = subject.split(' ')
    switch (kind) {
      case 'process_gone':
        return t(`desk.part.${subject as 'workers'}`)
      case 'alert_not_escalated':
      case 'lease_not_lapsed':
      case 'snooze_not_ended':
        return `${number} ${agencyName(agencies, what)}`
      case 'step_not_missed':
      case 'pause_forgotten':
        return `${number} ${t(`incident.step.${what as StepName}`)}`
      case 'release_waits':
        return `${number} ${t(`release.kind.${what as ReleaseView['kind']}`)}`
      case 'duty_not_told':
        return `${number} ${t(`audit.duty.${what as 'task' | 'supervision' | 'leader' | 'transfer' | 'proceeding'}`)}`
      case 'log_not_read':
        return t(`audit.reader.${subject as 'notifier'}`)
      case 'calendar_not_followed':
      case 'grades_not_followed':
        return t('audit.version', { version: subject })
      case 'judgement_waits':
      case 'page_not_delivered':
        return ''
      default:
        return subject
    }
  }
}
