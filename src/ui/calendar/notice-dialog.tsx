'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { enterNotice } from '#actions/clocks.ts'
import { readNotice } from '#domain/clock/read-notice.ts'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { useRefresh } from '#ui/shell/refresh.ts'

/** The text of the notice as it was published; what is read from it stands below before it counts. */
export function NoticeDialog({ year, close }: { year: number; close: () => void }) {
  const t = useTranslations('calendar')
  const refresh = useRefresh()
  const [text, setText] = useState('')
  const { rest, work } = readNotice(text, year)
  const send = async (title: string) => {
    const answer = await enterNotice({ year, title, rest, work })
    if (answer.ok) refresh()
    return answer
  }
  return (
    <FormDialog
      title={t('enterNotice', { year })}
      note={t('noticeNote')}
      submitWords={t('noticeSave', { rest: rest.length, work: work.length })}
      close={close}
      send={(fields) => (rest.length === 0 ? null : send(lineIn(fields, 'title')))}
    >
      <Field
        label={t('noticeTitle')}
        name="title"
        defaultValue={t('noticeTitleOf', { year })}
        minLength={4}
        maxLength={200}
        required
      />
      <Field label={t('noticeText')}>
        <textarea
          value={text}
          onChange={(event) => setText(event.target.value)}
          rows={7}
          required
          placeholder={t('noticeExample')}
          className={`${fieldLook} h-auto py-2 leading-[1.6] max-md:h-auto md:h-auto`}
        />
      </Field>
      <Read words={t('readRest', { count: rest.length })} days={rest} />
      <Read words={t('readWork', { count: work.length })} days={work} />
    </FormDialog>
  )
}

function Read({ words, days }: { words: string; days: string[] }) {
  return (
    <p className="text-desk-body text-t2">
      {words} <span className="text-t1">{days.map((day) => day.slice(5)).join('、')}</span>
    </p>
  )
}
