'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { removeChannel, saveChannel } from '#actions/channels.ts'
import type { ChannelForm, ChannelView, SaveChannel } from '#contracts/channels.ts'
import type { FormField } from '#contracts/form-field.ts'
import type { AgencyView } from '#contracts/views.ts'
import { Button } from '#ui/primitives/button.tsx'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { useRefresh } from '#ui/shell/refresh.ts'

/** The settings of one gateway, as its own kind asks for them. */
export function ChannelDialog({
  channel,
  forms,
  agencies,
  close,
}: {
  channel: ChannelView | null
  forms: ChannelForm[]
  agencies: AgencyView[]
  close: () => void
}) {
  const [t, kindWord] = [useTranslations('channels'), useTranslations('paging.channel')]
  const refresh = useRefresh()
  const [kind, setKind] = useState(channel?.kind ?? forms[0]?.kind ?? 'sms')
  const fields = forms.find((form) => form.kind === kind)?.fields ?? []
  const send = async (typed: FormData) => {
    const saved = await saveChannel({ channelId: channel?.id ?? null, kind, ...channelIn(typed, fields) })
    if (saved.ok) refresh()
    return saved
  }
  const remove = async () => {
    if (!channel) return
    const removed = await removeChannel({ channelId: channel.id })
    if (removed.ok) refresh()
    close()
  }
  return (
    <FormDialog
      title={channel ? `${t('edit')} ${channel.name}` : t('add')}
      submitWords={t('save')}
      send={send}
      close={close}
    >
      {channel ? null : (
        <Field label={t('kind')}>
          <select
            value={kind}
            onChange={(event) => setKind(event.target.value as ChannelForm['kind'])}
            className={fieldLook}
          >
            {forms.map((form) => (
              <option key={form.kind} value={form.kind}>
                {kindWord(form.kind)}
              </option>
            ))}
          </select>
        </Field>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          required
          label={t('name')}
          name="name"
          defaultValue={channel?.name ?? kindWord(kind)}
          maxLength={60}
        />
        <Field label={t('agency')}>
          <select name="agency" className={fieldLook} defaultValue={channel?.agency ?? ''}>
            <option value="">{t('everyAgency')}</option>
            {agencies.map(({ key, short }) => (
              <option key={key} value={key}>
                {short}
              </option>
            ))}
          </select>
        </Field>
        {fields.map((field) => (
          <SettingField key={`${kind}-${field.name}`} field={field} channel={channel} />
        ))}
      </div>
      <label className="flex items-center gap-2 text-desk-body max-md:min-h-12">
        <input type="checkbox" name="enabled" defaultChecked={channel?.enabled ?? true} className="size-4" />
        {t('enabled')}
      </label>
      {channel ? (
        <div className="border-t border-line pt-3">
          <Button className="max-md:h-12" onClick={() => void remove()}>
            {t('remove')}
          </Button>
        </div>
      ) : null}
    </FormDialog>
  )
}

function SettingField({ field, channel }: { field: FormField; channel: ChannelView | null }) {
  const t = useTranslations('channels')
  const word = useTranslations('channels.field') as unknown as (name: string) => string
  const choice = useTranslations('channels.choice') as unknown as (one: string) => string
  const { name, input, required, choices, initial, maxLength, example } = field
  const standing = channel?.settings[name] ?? initial ?? ''
  const secret = input === 'secret'
  if (input === 'choice') {
    return (
      <Field label={word(name)}>
        <select name={`set-${name}`} className={fieldLook} defaultValue={String(standing)}>
          {choices.map((one) => (
            <option key={one} value={one}>
              {choice(one)}
            </option>
          ))}
        </select>
      </Field>
    )
  }
  return (
    <Field
      label={word(name)}
      name={`set-${name}`}
      hint={secret && channel ? t('secretKept') : required ? undefined : t('optional')}
      className={name === 'url' || name === 'body' ? 'sm:col-span-2' : undefined}
      type={secret ? 'password' : input === 'number' ? 'number' : 'text'}
      required={required && !(secret && channel)}
      defaultValue={secret ? '' : String(standing)}
      maxLength={maxLength ?? undefined}
      placeholder={example ?? undefined}
      autoComplete={secret ? 'new-password' : 'off'}
      spellCheck={false}
    />
  )
}

function channelIn(typed: FormData, fields: FormField[]): Omit<SaveChannel, 'channelId' | 'kind'> {
  return {
    name: lineIn(typed, 'name'),
    agency: lineIn(typed, 'agency') || null,
    enabled: typed.get('enabled') !== null,
    settings: Object.fromEntries(fields.map(({ name }) => [name, lineIn(typed, `set-${name}`)])),
  }
}
