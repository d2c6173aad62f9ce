'use client'

import { useTranslations } from 'use-intl/react'
import { publishReply, recordAnswer } from '#actions/tracks.ts'
import type { ReplyView } from '#contracts/track.ts'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { dayOf } from '#ui/time/day-of.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { instantIn } from '#ui/track/read-findings.ts'

/** Where a text came before the public, or through which line it was answered; the software itself sends nothing. */
export function PlaceDialog({
  reply,
  way,
  close,
}: {
  reply: ReplyView
  way: 'publish' | 'answer'
  close: () => void
}) {
  const t = useTranslations('reply')
  const now = Date.now()
  const send = (fields: FormData) => {
    const placed = {
      ...{ replyId: reply.id, version: reply.version, place: lineIn(fields, 'place') },
      publishedAt: instantIn(fields, 'at') ?? '',
    }
    if (way === 'answer') return recordAnswer(placed)
    return publishReply({ ...placed, url: lineIn(fields, 'url') || null })
  }
  return (
    <FormDialog title={reply.title} note={t('from')} submitWords={t('record')} send={send} close={close}>
      <Field
        label={t(way === 'publish' ? 'place' : 'answerPlace')}
        name="place"
        maxLength={80}
        required
        defaultValue={way === 'answer' ? '12345' : ''}
      />
      {way === 'publish' ? <Field label={t('url')} name="url" type="url" maxLength={500} /> : null}
      <Field
        label={t('at')}
        name="at"
        type="datetime-local"
        required
        defaultValue={`${dayOf(now)}T${clockMinutes(now)}`}
      />
    </FormDialog>
  )
}
