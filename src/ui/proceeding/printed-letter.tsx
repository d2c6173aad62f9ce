'use client'

import { useTranslations } from 'use-intl/react'
import type { TransferLetterView } from '#contracts/transfer-letter.ts'
import type { AgencyView } from '#contracts/views.ts'
import { Paper, PaperRow } from '#ui/handling/paper.tsx'
import { agencyFullName } from '#ui/incident/agency-names.ts'
import { dayOf } from '#ui/time/day-of.ts'

/** 移送函, a draft: what nobody has verified stands as 待核实, and every name is written by hand. */
export function PrintedLetter({
  letter,
  agencies,
  drill,
  printedAt,
}: {
  letter: TransferLetterView
  agencies: AgencyView[]
  drill: boolean
  printedAt: string
}) {
  const t = useTranslations('transfer.letter')
  const cause = useTranslations('verification.cause')
  const { transfer, employer, verifiedOn, course, causes } = letter
  const open = t('open')
  const handedOver = transfer.letterNumber !== null
  return (
    <Paper
      title={handedOver ? t('title') : t('draft')}
      number={transfer.letterNumber ?? t('unnumbered')}
      incidentNumber={letter.incidentNumber}
      drill={drill}
      printedAt={printedAt}
      signatures={[t('drafted'), t('checked'), t('signed')]}
    >
      <PaperRow label={t('to')}>{agencyFullName(agencies, 'gaj')}</PaperRow>
      <PaperRow label={t('copyTo')}>
        {agencyFullName(agencies, 'jcy')} {transfer.copyNumber}
      </PaperRow>
      <PaperRow label={t('matter')}>{t('suspicion')}</PaperRow>
      <PaperRow label={t('employer')}>
        {t('employerLine', { employer: employer ?? open, place: letter.place ?? open })}
      </PaperRow>
      <PaperRow label={t('facts')} tall>
        <Facts letter={letter} />
        {causes.length > 0 ? (
          <p>{t('causes', { causes: causes.map((one) => cause(one)).join(t('join')) })}</p>
        ) : null}
        {course && verifiedOn ? <p>{t('course', { day: verifiedOn, course })}</p> : null}
      </PaperRow>
      <PaperRow label={t('order')}>
        {t('orderLine', {
          number: transfer.orderNumber ?? open,
          served: transfer.orderServedOn ?? open,
          payBy: transfer.payBy ?? open,
        })}
      </PaperRow>
      <PaperRow label={t('decision')}>
        {transfer.decidedAt
          ? t('decisionLine', { day: dayOf(transfer.decidedAt), reason: transfer.decisionReason ?? '' })
          : t('undecided')}
      </PaperRow>
      <PaperRow label={t('basis')}>{t('basisLine')}</PaperRow>
      <PaperRow label={t('evidence')} tall>
        <Evidence letter={letter} />
      </PaperRow>
      <PaperRow label={t('annex')}>{t('annexLine')}</PaperRow>
      <PaperRow label={t('contact')}>
        {agencyFullName(agencies, letter.from)}　{t('byHand')}
      </PaperRow>
      <PaperRow label={t('receipt')} tall>
        {t('receiptLine')}
      </PaperRow>
    </Paper>
  )
}

function Facts({ letter }: { letter: TransferLetterView }) {
  const t = useTranslations('transfer.letter')
  const line = useTranslations('transfer.line')
  const yuan = (value: number | null) =>
    value === null ? t('open') : t('yuan', { yuan: value.toLocaleString('zh-CN') })
  return (
    <p>
      {t('factsLine', {
        until: dayOf(letter.at),
        workers: letter.workers === null ? t('open') : t('people', { count: letter.workers }),
        owed: yuan(letter.owedYuan),
        paid: yuan(letter.paidYuan),
        left: yuan(letter.leftYuan),
        line: line(letter.transfer.line),
      })}
    </p>
  )
}

function Evidence({ letter: { evidence } }: { letter: TransferLetterView }) {
  const t = useTranslations('transfer.letter')
  const kind = useTranslations('verification.evidence')
  if (evidence.length === 0) return t('open')
  return (
    <ol>
      {evidence.map((one, index) => (
        <li key={`${one.kind}${one.text}`}>
          {index + 1}. {one.kind ? `${kind(one.kind)}${t('colon')}` : ''}
          {one.text}
        </li>
      ))}
    </ol>
  )
}
