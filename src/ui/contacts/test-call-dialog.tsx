'use client'

import { useTranslations } from 'use-intl/react'
import { logTestCall } from '#actions/contacts.ts'
import { type ContactView, testOutcomes } from '#contracts/contacts.ts'
import { personalChannels } from '#domain/paging/channel-kind.ts'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { useRefresh } from '#ui/shell/refresh.ts'

/** Writes down that a post was called to see whether it answers. */
export function TestCallDialog({ contact, close }: { contact: ContactView; close: () => void }) {
  const [t, channel] = [useTranslations('contacts'), useTranslations('paging.channel')]
  const refresh = useRefresh()
  const send = async (fields: FormData) => {
    const logged = await logTestCall({
      contactId: contact.id,
      channel: lineIn(fields, 'channel') as (typeof personalChannels)[number],
      outcome: lineIn(fields, 'outcome') as (typeof testOutcomes)[number],
      note: lineIn(fields, 'note'),
    })
    if (logged.ok) refresh()
    return logged
  }
  const usable = personalChannels.filter(
    (one) => one === 'voice' || one in contact.addresses || one === 'in_app',
  )
  return (
    <FormDialog title={`${t('testAdd')} ${contact.post}`} submitWords={t('save')} send={send} close={close}>
      <Field label={t('addresses')}>
        <select name="channel" className={fieldLook} defaultValue={usable[1] ?? 'voice'}>
          {usable.map((one) => (
            <option key={one} value={one}>
              {channel(one)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('tests')}>
        <select name="outcome" className={fieldLook}>
          {testOutcomes.map((one) => (
            <option key={one} value={one}>
              {t(`outcome.${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('noteLabel')} name="note" maxLength={200} />
    </FormDialog>
  )
}
