'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ProceedingsView, TransferView } from '#contracts/proceedings.ts'
import { StepDot } from '#ui/incident/step-dot.tsx'
import { Button, buttonLook } from '#ui/primitives/button.tsx'
import { Countdown } from '#ui/primitives/countdown.tsx'
import { dayOf } from '#ui/time/day-of.ts'
import { OriginMark } from './origin-mark.tsx'
import { movesOpen, type TransferForm } from './transfer-forms.ts'
import { TransferMoveDialog } from './transfer-move-dialog.tsx'

/** 移送公安, step by step: order to pay, its deadline, decision, letter with the copy to the procuratorate, reply. */
export function TransferTrack({
  transfer,
  may,
  now,
}: {
  transfer: ProceedingsView['transfers'][number]
  may: ProceedingsView['may']
  now: number
}) {
  const t = useTranslations('transfer')
  const [move, setMove] = useState<TransferForm | null>(null)
  const steps = stepsOf(transfer)
  const next = steps.findIndex(({ done }) => !done)
  return (
    <section className="mt-2">
      <header className="flex items-baseline justify-between gap-3 text-desk-body">
        <h3 className="font-medium text-t1">
          {t('caption')}
          <span className="ml-2 font-normal text-t2">{t(`line.${transfer.line}`)}</span>
          <OriginMark origin={transfer.origin} />
        </h3>
        <span className="unbroken text-t2">{t(`state.${transfer.state}`)}</span>
      </header>
      <ol className="mt-1 flex flex-col gap-1">
        {steps.map(({ id, done, note }, index) => (
          <li key={id} className="flex items-start gap-2 text-desk-body">
            <StepDot look={done ? 'done' : index === next && transfer.due ? 'now' : 'later'} />
            <span className={done || index !== next ? 'flex-1 text-t2' : 'flex-1 text-t1'}>
              {t(`step.${id}`)}
              {note ? <span className="block text-desk-meta text-t2">{note}</span> : null}
            </span>
            {index === next && transfer.due ? (
              <Countdown dueAt={transfer.due.dueAt} now={now} className="font-semibold" />
            ) : null}
          </li>
        ))}
      </ol>
      <div className="mt-2 flex flex-wrap gap-2 empty:hidden">
        {movesOpen(transfer, may).map((form) => (
          <Button key={form} onClick={() => setMove(form)}>
            {t(`move.${form}`)}
          </Button>
        ))}
        {transfer.orderNumber ? (
          <a
            href={`/transfers/${transfer.id}/print`}
            target="_blank"
            rel="noreferrer"
            className={`${buttonLook({})} max-md:h-12`}
          >
            {t('printLetter')}
          </a>
        ) : null}
      </div>
      {move ? <TransferMoveDialog transfer={transfer} form={move} close={() => setMove(null)} /> : null}
    </section>
  )
}

/** The way as it is drawn; what was done carries its numbers and days. */
function stepsOf(transfer: TransferView): { id: string; done: boolean; note: string | null }[] {
  const { orderNumber, payBy, decidedAt, decisionReason, letterNumber, copyNumber, handedOverAt } = transfer
  const noted = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ') || null
  return [
    { id: 'ordered', done: orderNumber !== null, note: noted(orderNumber, payBy && `→ ${payBy}`) },
    { id: 'decided', done: decidedAt !== null, note: noted(decidedAt && dayOf(decidedAt), decisionReason) },
    { id: 'handed_over', done: handedOverAt !== null, note: noted(letterNumber) },
    { id: 'copied', done: copyNumber !== null, note: noted(copyNumber) },
    { id: 'replied', done: transfer.reply !== null, note: noted(transfer.replyNote) },
  ]
}
