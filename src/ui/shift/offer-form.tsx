'use client'

import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl/react'
import { offerShiftHandover } from '#actions/roster.ts'
import type { HandoverView, ShiftView } from '#contracts/roster.ts'
import { useAct } from '#ui/handling/use-act.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'

/** 交班: to whom, and what the coming officer must know; nothing changes hands by it. */
export function OfferForm({
  colleagues,
  written,
  refresh,
}: {
  colleagues: ShiftView['colleagues']
  /** What waits already: a new one replaces it. */
  written: HandoverView | null
  refresh: () => void
}) {
  const t = useTranslations('shift')
  const { busy, answer, act } = useAct()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const offered = { toId: lineIn(fields, 'to'), note: lineIn(fields, 'note') }
    if (await act('offer', () => offerShiftHandover(offered))) refresh()
  }
  if (colleagues.length === 0) {
    return (
      <Panel caption={t('offer')}>
        <p className="mt-1 text-desk-body text-t2">{t('noColleague')}</p>
      </Panel>
    )
  }
  return (
    <Panel caption={t('offer')}>
      <form onSubmit={submit} className="mt-2 flex flex-col gap-3">
        <Field label={t('to')}>
          <select name="to" className={fieldLook} defaultValue={written?.toId ?? colleagues[0]?.id}>
            {colleagues.map(({ id, post, next }) => (
              <option key={id} value={id}>
                {next ? t('next', { post }) : post}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('note')} hint={t('noteHint')}>
          <textarea
            name="note"
            required
            minLength={2}
            maxLength={1_000}
            rows={5}
            defaultValue={written?.note}
            className={`${fieldLook} py-2 leading-[1.6] max-md:h-auto md:h-auto`}
          />
        </Field>
        <p className="text-desk-meta text-t3">{t('offerNote')}</p>
        {answer ? (
          <p role="alert" className="text-desk-body font-semibold">
            {answer}
          </p>
        ) : null}
        <Button
          type="submit"
          variant={written ? 'plain' : 'primary'}
          className="h-10 max-md:h-14"
          busy={busy === 'offer'}
        >
          {t('offer')}
        </Button>
      </form>
    </Panel>
  )
}
