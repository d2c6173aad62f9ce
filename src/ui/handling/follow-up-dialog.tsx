'use client'

import { useTranslations } from 'use-intl/react'
import { recordFollowUp } from '#actions/handling.ts'
import { fourNots, type NotAnswers } from '#domain/incident/four-nots.ts'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { WordsField } from './form-parts.tsx'

/** 续报: none of the four is preselected, so that nobody reports calm by habit. */
export function FollowUpDialog({ incidentId, close }: { incidentId: string; close: () => void }) {
  const t = useTranslations('handling.nots')
  return (
    <FormDialog
      title={t('followUpTitle')}
      note={t('upgrade')}
      submitWords={t('send')}
      close={close}
      send={(fields) =>
        recordFollowUp({
          incidentId,
          answers: answersIn(fields),
          evidence: lineIn(fields, 'evidence'),
          note: lineIn(fields, 'words') || null,
        })
      }
    >
      {fourNots.map((one) => (
        <fieldset key={one} className="flex items-center justify-between gap-4 text-desk-body">
          <legend className="sr-only">{t(`name.${one}`)}</legend>
          <span className="min-w-0 flex-1 text-t1">{t(`question.${one}`)}</span>
          {(['no', 'yes'] as const).map((answer) => (
            <label key={answer} className="unbroken flex items-center gap-2 max-md:min-h-12">
              <input type="radio" name={one} value={answer} className="size-4" />
              {t(answer)}
            </label>
          ))}
        </fieldset>
      ))}
      <Field label={t('evidence')} hint={t('evidenceHint')} name="evidence" maxLength={500} />
      <WordsField label={t('noteField')} required={false} />
    </FormDialog>
  )
}

function answersIn(fields: FormData): NotAnswers {
  const answers = fourNots.map((one) => {
    const said = lineIn(fields, one)
    return [one, said === '' ? null : said === 'yes']
  })
  return Object.fromEntries(answers) as NotAnswers
}
