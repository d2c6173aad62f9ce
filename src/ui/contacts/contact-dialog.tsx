'use client'

import { useTranslations } from 'use-intl/react'
import { removeContact, saveContact } from '#actions/contacts.ts'
import type { ContactBookView, ContactView, SaveContact } from '#contracts/contacts.ts'
import type { AgencyView } from '#contracts/views.ts'
import { type ContactRung, contactRungs } from '#domain/contact/contact-rung.ts'
import { addressedChannels } from '#domain/paging/channel-kind.ts'
import { Button } from '#ui/primitives/button.tsx'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { useRefresh } from '#ui/shell/refresh.ts'
import { CallOrder, callOrderIn } from './call-order.tsx'

/** A post of the book: where it stands, what reaches it, in which order and when not. */
export function ContactDialog({
  contact,
  users,
  agencies,
  close,
}: {
  contact: ContactView | null
  users: ContactBookView['users']
  agencies: AgencyView[]
  close: () => void
}) {
  const t = useTranslations('contacts')
  const refresh = useRefresh()
  const send = async (fields: FormData) => {
    const saved = await saveContact({ contactId: contact?.id ?? null, ...contactIn(fields) })
    if (saved.ok) refresh()
    return saved
  }
  const remove = async () => {
    if (!contact || !window.confirm(t('removeSure'))) return
    const removed = await removeContact({ contactId: contact.id })
    if (removed.ok) refresh()
    close()
  }
  return (
    <FormDialog title={contact ? contact.post : t('add')} submitWords={t('save')} send={send} close={close}>
      <PlaceFields contact={contact} users={users} agencies={agencies} />
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="mb-1 text-desk-head font-semibold">{t('addresses')}</legend>
        {addressedChannels.map((channel) => (
          <Field
            key={channel}
            label={t(`address.${channel}`)}
            name={`address-${channel}`}
            defaultValue={contact?.addresses[channel] ?? ''}
            inputMode={channel === 'sms' || channel === 'voice' ? 'tel' : undefined}
            autoComplete="off"
            maxLength={120}
          />
        ))}
      </fieldset>
      <CallOrder rules={contact?.rules ?? null} quiet={contact?.quiet ?? null} />
      {contact ? (
        <div className="border-t border-line pt-3">
          <Button className="max-md:h-12" onClick={() => void remove()}>
            {t('remove')}
          </Button>
        </div>
      ) : null}
    </FormDialog>
  )
}

function PlaceFields({
  contact,
  users,
  agencies,
}: {
  contact: ContactView | null
  users: ContactBookView['users']
  agencies: AgencyView[]
}) {
  const [t, rung] = [useTranslations('contacts'), useTranslations('paging.rung')]
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        required
        label={t('post')}
        name="post"
        placeholder={t('postHint')}
        defaultValue={contact?.post}
        maxLength={40}
      />
      <Field label={t('rung')}>
        <select name="rung" className={fieldLook} defaultValue={contact?.rung ?? 'duty'}>
          {contactRungs.map((one) => (
            <option key={one} value={one}>
              {rung(one)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('agency')}>
        <select name="agency" className={fieldLook} defaultValue={contact?.agency ?? agencies[0]?.key}>
          {agencies.map(({ key, short }) => (
            <option key={key} value={key}>
              {short}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('account')}>
        <select name="user" className={fieldLook} defaultValue={contact?.userId ?? ''}>
          <option value="">{t('noAccount')}</option>
          {users.map(({ id, username }) => (
            <option key={id} value={id}>
              {username}
            </option>
          ))}
        </select>
      </Field>
    </div>
  )
}

function contactIn(fields: FormData): Omit<SaveContact, 'contactId'> {
  const addresses = addressedChannels.map((channel) => [channel, lineIn(fields, `address-${channel}`)])
  return {
    post: lineIn(fields, 'post'),
    rung: lineIn(fields, 'rung') as ContactRung,
    agency: lineIn(fields, 'agency') || null,
    userId: lineIn(fields, 'user') || null,
    addresses: Object.fromEntries(addresses),
    ...callOrderIn(fields),
  }
}
