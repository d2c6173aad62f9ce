'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { answerShiftHandover } from '#actions/roster.ts'
import type { HandoverView } from '#contracts/roster.ts'
import type { Person } from '#domain/permission.ts'
import { useAct } from '#ui/handling/use-act.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { Field } from '#ui/primitives/field.tsx'
import { useMoment } from '#ui/time/use-moment.ts'

/** A hand-over that waits: the coming officer signs or declines, who wrote it may take it back. */
export function WaitingHandover({
  handover,
  person,
  refresh,
}: {
  handover: HandoverView
  person: Person
  refresh: () => void
}) {
  const t = useTranslations('shift')
  const moment = useMoment()
  const { busy, answer, act } = useAct()
  const [reason, setReason] = useState('')
  const { id: handoverId, version, by, to, note, offeredAt } = handover
  const mine = handover.toId === person.id
  const press = async (key: string, sign: boolean) => {
    const why = sign || reason.trim() === '' ? null : reason.trim()
    await act(key, () => answerShiftHandover({ handoverId, version, sign, reason: why }))
    refresh()
  }
  return (
    <Panel caption={mine ? t('waits', { post: by.post }) : t('waitsFor', { post: to.post })}>
      <p className="mt-1 text-desk-meta text-t3">{moment(offeredAt)}</p>
      <p className="my-3 whitespace-pre-wrap text-desk-body max-md:text-phone-body">{note}</p>
      {answer ? (
        <p role="alert" className="mb-2 text-desk-body font-semibold">
          {answer}
        </p>
      ) : null}
      {mine ? (
        <div className="flex flex-col gap-3">
          <Button
            variant="primary"
            className="h-10 max-md:h-16 max-md:text-phone-figure"
            busy={busy === 'sign'}
            onClick={() => void press('sign', true)}
          >
            {t('sign')}
          </Button>
          <div className="grid grid-cols-[1fr_auto] items-end gap-2">
            <Field
              label={t('reason')}
              value={reason}
              maxLength={200}
              onChange={(event) => setReason(event.target.value)}
            />
            <Button
              className="h-9 max-md:h-12"
              disabled={reason.trim().length < 2}
              busy={busy === 'decline'}
              onClick={() => void press('decline', false)}
            >
              {t('decline')}
            </Button>
          </div>
        </div>
      ) : handover.byId === person.id ? (
        <Button
          className="max-md:h-12"
          busy={busy === 'withdraw'}
          onClick={() => void press('withdraw', false)}
        >
          {t('withdraw')}
        </Button>
      ) : null}
    </Panel>
  )
}
