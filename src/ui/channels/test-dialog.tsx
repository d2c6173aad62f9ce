'use client'

import { useTranslations } from 'use-intl/react'
import { testChannel } from '#actions/channels.ts'
import type { ChannelForm, ChannelView } from '#contracts/channels.ts'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { useRefresh } from '#ui/shell/refresh.ts'

/** Sends one harmless message; it closes when the gateway has taken it, and says why when it has not. */
export function TestDialog({
  channel,
  forms,
  close,
}: {
  channel: ChannelView
  forms: ChannelForm[]
  close: () => void
}) {
  const t = useTranslations('channels')
  const refresh = useRefresh()
  const address = forms.find(({ kind }) => kind === channel.kind)?.address ?? 'none'
  const send = async (fields: FormData) => {
    const sent = await testChannel({ channelId: channel.id, address: lineIn(fields, 'address') })
    refresh()
    return sent
  }
  return (
    <FormDialog
      title={`${t('test')} ${channel.name}`}
      note={channel.kind === 'web_push' ? t('testSelf') : undefined}
      submitWords={t('test')}
      send={send}
      close={close}
    >
      {address === 'none' ? null : (
        <Field
          label={t('testTo')}
          name="address"
          required={address === 'needed'}
          hint={address === 'optional' ? t('optional') : undefined}
          autoComplete="off"
          maxLength={200}
        />
      )}
    </FormDialog>
  )
}
