'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { VerificationView } from '#contracts/track.ts'
import { evidenceKinds } from '#domain/verification/verification.ts'
import { Button } from '#ui/primitives/button.tsx'
import { Field, fieldLook } from '#ui/primitives/field.tsx'

/** A text of some lines. */
export function Words({
  name,
  label,
  hint,
  value,
  required = false,
}: {
  name: string
  label: string
  hint?: string
  value?: string | null
  required?: boolean
}) {
  return (
    <Field label={label} hint={hint}>
      <textarea
        name={name}
        rows={2}
        maxLength={500}
        required={required}
        defaultValue={value ?? ''}
        className={`${fieldLook} h-auto py-2 leading-[1.6] max-md:h-auto md:h-auto`}
      />
    </Field>
  )
}

type Row = { key: number; claimed: string; found: string; basis: string }

/** 网传 / 事实 / 依据, line by line. */
export function ComparisonRows({
  first,
  claimed,
}: {
  first: VerificationView['comparisons']
  /** What was told, for a first line. */
  claimed: string
}) {
  const t = useTranslations('verification.field')
  const told = first.length > 0 ? first : [{ claimed, found: '', basis: '' }]
  const [rows, setRows] = useState<Row[]>(() => told.map((one, key) => ({ key, ...one })))
  const empty = { key: Date.now(), claimed: '', found: '', basis: '' }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-desk-head text-t2">{t('comparison')}</legend>
      {rows.map((row) => (
        <div key={row.key} className="grid grid-cols-3 gap-2 max-sm:grid-cols-1">
          {(['claimed', 'found', 'basis'] as const).map((column) => (
            <input
              key={column}
              name={column}
              aria-label={t(column)}
              placeholder={t(column)}
              maxLength={200}
              defaultValue={row[column]}
              className={fieldLook}
            />
          ))}
        </div>
      ))}
      <span>
        <Button onClick={() => setRows([...rows, empty])}>{t('addComparison')}</Button>
      </span>
    </fieldset>
  )
}

/** What the word rests on, told in words; a document may be named, with its hash, and stays where it is. */
export function EvidenceRows() {
  const t = useTranslations('verification')
  const [keys, setKeys] = useState([0])
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-desk-head text-t2">{t('field.evidence')}</legend>
      {keys.map((key) => (
        <div key={key} className="grid grid-cols-[112px_1fr] gap-2 max-sm:grid-cols-1">
          <select
            name="evidenceKind"
            aria-label={t('field.evidence')}
            className={fieldLook}
            defaultValue="site_visit"
          >
            {evidenceKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`evidence.${kind}`)}
              </option>
            ))}
          </select>
          <input
            name="evidenceText"
            aria-label={t('field.evidenceText')}
            placeholder={t('field.evidenceText')}
            maxLength={300}
            className={fieldLook}
          />
          <input
            name="evidenceDocument"
            aria-label={t('field.document')}
            placeholder={t('field.document')}
            maxLength={120}
            className={fieldLook}
          />
          <input
            name="evidenceHash"
            aria-label={t('field.sha256')}
            placeholder={t('field.sha256')}
            pattern="[0-9a-fA-F]{64}"
            maxLength={64}
            className={fieldLook}
          />
        </div>
      ))}
      <span>
        <Button onClick={() => setKeys([...keys, keys.length])}>{t('field.addEvidence')}</Button>
      </span>
    </fieldset>
  )
}
