'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { TracksView, VerificationView } from '#contracts/track.ts'
import type { AgencyView, IncidentView } from '#contracts/views.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { useMoney } from '#ui/ledger/use-money.ts'
import { Button } from '#ui/primitives/button.tsx'
import { dayAndTime } from '#ui/time/day-and-time.ts'
import { Section, type Surface } from './section.tsx'
import { VerifyDialog } from './verify-dialog.tsx'

/** 核实: the word that counts with what it rests on, and what was said before. */
export function VerificationPanel({
  incident,
  tracks,
  agencies,
  surface,
}: {
  incident: IncidentView
  tracks: TracksView
  agencies: AgencyView[]
  surface: Surface
}) {
  const t = useTranslations('verification')
  const [open, setOpen] = useState(false)
  const { verifications, mayVerify } = tracks
  const last = verifications.at(-1)
  return (
    <Section
      caption={t('title')}
      note={last ? t('round', { round: last.round }) : t('none')}
      surface={surface}
      aside={
        mayVerify ? (
          <Button surface={surface} onClick={() => setOpen(true)}>
            {t(last ? 'again' : 'open')}
          </Button>
        ) : null
      }
    >
      {last ? <Finding verification={last} agencies={agencies} /> : null}
      {verifications.length > 1 ? (
        <ul className="mt-2 border-t border-line pt-2 text-desk-meta text-t2">
          {verifications.slice(0, -1).map((one) => (
            <li key={one.id}>
              {t('round', { round: one.round })} {t(`outcome.${one.outcome}`)} ·{' '}
              <ByLine {...{ one, agencies }} />
            </li>
          ))}
        </ul>
      ) : null}
      {open ? <VerifyDialog incident={incident} last={last ?? null} close={() => setOpen(false)} /> : null}
    </Section>
  )
}

function ByLine({ one, agencies }: { one: VerificationView; agencies: AgencyView[] }) {
  const t = useTranslations('verification')
  const agency = agencyName(agencies, one.by.agency) || one.by.post
  return t('byLine', { agency, time: dayAndTime(one.at) })
}

function Finding({
  verification: one,
  agencies,
}: {
  verification: VerificationView
  agencies: AgencyView[]
}) {
  const t = useTranslations('verification')
  const money = useMoney()
  const figures = [
    one.workers === null ? null : ([t('field.workers'), t('people', { count: one.workers })] as const),
    one.owedYuan === null ? null : ([t('field.owedShort'), money(one.owedYuan)] as const),
    one.paidYuan === null ? null : ([t('field.paidShort'), money(one.paidYuan)] as const),
  ].flatMap((figure) => (figure ? [figure] : []))
  return (
    <div className="mt-2 flex flex-col gap-2 text-desk-body max-md:text-phone-body">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <strong className="text-desk-queue font-semibold text-t1">{t(`outcome.${one.outcome}`)}</strong>
        {figures.map(([label, value]) => (
          <span key={label} className="unbroken text-t2">
            {label} <span className="font-semibold text-t1">{value}</span>
          </span>
        ))}
      </p>
      {one.causes.length > 0 ? (
        <p className="text-t2">
          {t('field.causes')}{' '}
          <span className="text-t1">{one.causes.map((cause) => t(`cause.${cause}`)).join('、')}</span>
        </p>
      ) : null}
      <p className="text-t1">{one.course}</p>
      {one.comparisons.length > 0 ? <Comparisons rows={one.comparisons} /> : null}
      {one.nextStep ? (
        <p className="text-t2">
          {t('field.nextStep')} <span className="text-t1">{one.nextStep}</span>
        </p>
      ) : null}
      {one.nextTryAt ? (
        <p className="text-t2">
          {t('field.nextTry')} <span className="font-semibold text-t1">{dayAndTime(one.nextTryAt)}</span>
        </p>
      ) : null}
      <ul className="text-desk-meta text-t2">
        {one.evidence.map((piece) => (
          <li key={`${piece.kind} ${piece.text}`}>
            {t(`evidence.${piece.kind}`)}：{[piece.text, piece.document].filter(Boolean).join(' · ')}
            {piece.sha256 ? <code className="ml-2 text-t3">{piece.sha256.slice(0, 12)}</code> : null}
          </li>
        ))}
      </ul>
      <p className="text-desk-meta text-t3">
        <ByLine one={one} agencies={agencies} />
      </p>
    </div>
  )
}

function Comparisons({ rows }: { rows: VerificationView['comparisons'] }) {
  const t = useTranslations('verification.field')
  return (
    <table className="w-full text-left text-desk-meta">
      <thead className="text-t3">
        <tr>
          {(['claimed', 'found', 'basis'] as const).map((column) => (
            <th key={column} className="pr-3 font-normal">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.claimed} ${row.found}`} className="border-t border-line align-top">
            <td className="py-1 pr-3 text-t2">{row.claimed}</td>
            <td className="py-1 pr-3 font-medium text-t1">{row.found}</td>
            <td className="py-1 text-t2">{row.basis}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
