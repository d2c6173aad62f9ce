'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { moveTransfer } from '#actions/ledger.ts'
import type { MoveTransfer, TransferView } from '#contracts/proceedings.ts'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { dayOf } from '#ui/time/day-of.ts'
import type { TransferForm } from './transfer-forms.ts'

/** The paper that belongs to one move: order, decision, letter with evidence and copy, reply. */
export function TransferMoveDialog({
  transfer,
  form,
  close,
}: {
  transfer: TransferView
  form: TransferForm
  close: () => void
}) {
  const t = useTranslations('transfer')
  return (
    <FormDialog
      title={t(`move.${form}`)}
      note={t(`note.${form}`)}
      submitWords={t(`move.${form}`)}
      send={(fields) =>
        moveTransfer({ transferId: transfer.id, version: transfer.version, what: moveOf(form, fields) })
      }
      close={close}
    >
      <MoveFields form={form} />
    </FormDialog>
  )
}

function MoveFields({ form }: { form: TransferForm }): ReactNode {
  const t = useTranslations('transfer.field')
  const today = dayOf(Date.now())
  const text = (name: string) => (
    <Field label={t(name)} name={name} required minLength={2} maxLength={200} autoFocus />
  )
  switch (form) {
    case 'serve_order':
      return (
        <>
          {text('orderNumber')}
          <div className="grid grid-cols-2 gap-3">
            <Field
              label={t('servedOn')}
              name="servedOn"
              type="date"
              defaultValue={today}
              max={today}
              required
            />
            <Field label={t('payBy')} name="payBy" type="date" min={today} required />
          </div>
        </>
      )
    case 'hand_over_decided':
    case 'not_handed_over':
    case 'end':
      return text('reason')
    case 'hand_over':
      return (
        <>
          {text('letterNumber')}
          <Field label={t('evidence')} hint={t('evidenceHint')}>
            <textarea name="evidence" required rows={4} className={`${fieldLook} h-auto py-2 md:h-auto`} />
          </Field>
          <Field label={t('copyNumber')} hint={t('copyHint')} name="copyNumber" maxLength={200} />
        </>
      )
    case 'filed':
    case 'refused':
      return text('note')
    case 'object':
      return null
  }
}

function moveOf(form: TransferForm, fields: FormData): MoveTransfer['what'] {
  const line = (name: string) => lineIn(fields, name)
  switch (form) {
    case 'serve_order':
      return {
        move: 'serve_order',
        orderNumber: line('orderNumber'),
        servedOn: line('servedOn'),
        payBy: line('payBy'),
      }
    case 'hand_over_decided':
      return { move: 'decide', decision: 'hand_over', reason: line('reason') }
    case 'not_handed_over':
      return { move: 'decide', decision: 'not_handed_over', reason: line('reason') }
    case 'hand_over': {
      const evidence = line('evidence')
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean)
      return {
        move: 'hand_over',
        letterNumber: line('letterNumber'),
        evidence,
        copyNumber: line('copyNumber') || null,
      }
    }
    case 'filed':
    case 'refused':
      return { move: 'reply', reply: form, note: line('note') }
    case 'object':
      return { move: 'object' }
    case 'end':
      return { move: 'end', reason: line('reason') }
  }
}
