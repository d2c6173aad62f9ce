'use client'

import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl/react'
import { intakeChannels } from '#contracts/commands.ts'
import { Button } from '#ui/primitives/button.tsx'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import type { ImportSettings } from './import-table.tsx'
import type { IntakeChannel } from './read-intake.ts'
import type { TablePreview } from './table-answers.ts'
import { closedColumns, type ImportField, importFields, openColumns } from './table-columns.ts'

/** What the file holds and which of its columns is what; columns about persons cannot be chosen. */
export function ImportPreview({
  fileName,
  preview,
  busy,
  settings,
  change,
  run,
  other,
}: {
  fileName: string
  preview: TablePreview
  busy: boolean
  settings: ImportSettings
  change: (part: Partial<ImportSettings>) => void
  run: () => void
  other: () => void
}) {
  const t = useTranslations('import')
  const channel = useTranslations('intake.channels')
  const { mapping, sender, defaultChannel } = settings
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-desk-body text-t1">
        {t('chosen', { name: fileName, rows: preview.rowCount, encoding: preview.encoding.toUpperCase() })}
        {preview.sender ? (
          <span className="block text-t2">{t('recognised', { sender: preview.sender })}</span>
        ) : null}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('sender')}
          hint={t('required')}
          placeholder={t('senderHint')}
          required
          maxLength={100}
          value={sender}
          onChange={(event) => change({ sender: event.target.value })}
        />
        <Field label={t('defaultChannel')}>
          <select
            value={defaultChannel}
            onChange={(event) => change({ defaultChannel: event.target.value as IntakeChannel })}
            className={fieldLook}
          >
            {intakeChannels.map((one) => (
              <option key={one} value={one}>
                {channel(one)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <ColumnChoice
        preview={preview}
        chosen={mapping}
        choose={(field, column) => change({ mapping: { ...mapping, [field]: column || undefined } })}
      />
      <Sample preview={preview} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" busy={busy} disabled={!mapping.text || sender.trim() === ''}>
          {busy ? t('running') : t('run', { rows: preview.rowCount })}
        </Button>
        <Button onClick={other} disabled={busy}>
          {t('other')}
        </Button>
      </div>
    </form>
  )
}

function ColumnChoice({
  preview,
  chosen,
  choose,
}: {
  preview: TablePreview
  chosen: ImportSettings['mapping']
  choose: (field: ImportField, column: string) => void
}) {
  const t = useTranslations('import')
  const columns = openColumns(preview)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-desk-head font-semibold">{t('mapping')}</legend>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 2xl:grid-cols-3">
        {importFields.map((field) => (
          <Field key={field} label={t(`field.${field}`)} hint={field === 'text' ? t('required') : undefined}>
            <select
              value={chosen[field] ?? ''}
              required={field === 'text'}
              onChange={(event) => choose(field, event.target.value)}
              className={fieldLook}
            >
              <option value="">{t('none')}</option>
              {columns.map((column) => (
                <option key={column} value={column}>
                  {column}
                </option>
              ))}
            </select>
          </Field>
        ))}
      </div>
    </fieldset>
  )
}

function Sample({ preview }: { preview: TablePreview }) {
  const t = useTranslations('import')
  const closed = new Set(closedColumns(preview))
  const headers = preview.headers.filter((header) => header !== '')
  return (
    <div className="min-w-0 overflow-x-auto rounded-control border border-line">
      <table className="w-full text-desk-meta">
        <caption className="px-3 py-2 text-left text-t2">
          {t('sample', { count: preview.sample.length })}
        </caption>
        <thead>
          <tr className="border-y border-line text-left text-t2">
            {headers.map((header) => (
              <th key={header} scope="col" className="unbroken px-3 py-1 font-medium">
                {closed.has(header) ? (
                  <>
                    <s>{header}</s> <span className="font-normal text-t3">{t('personal')}</span>
                  </>
                ) : (
                  header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.sample.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the first rows of one file never move
            <tr key={index} className="border-b border-line last:border-0">
              {headers.map((header) => (
                <td key={header} className="max-w-60 truncate px-3 py-1 text-t1">
                  {closed.has(header) ? <span className="text-t3">—</span> : row[header]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
