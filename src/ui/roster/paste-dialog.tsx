'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { previewRoster, saveRoster } from '#actions/roster.ts'
import type { RosterPreviewView } from '#contracts/roster.ts'
import type { AgencyView } from '#contracts/views.ts'
import type { Refusal } from '#domain/result.ts'
import { useAct } from '#ui/handling/use-act.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Button } from '#ui/primitives/button.tsx'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { useRefresh } from '#ui/shell/refresh.ts'
import { useRefusalText } from '#ui/shell/refusal-text.ts'

/** A roster copied from a spreadsheet: looked over first, every bad row named, the good ones saved. */
export function PasteDialog({
  version,
  agencies,
  close,
}: {
  version: number
  agencies: AgencyView[]
  close: () => void
}) {
  const t = useTranslations('roster')
  const refresh = useRefresh()
  const [text, setText] = useState('')
  const [preview, setPreview] = useState<RosterPreviewView | null>(null)
  const { busy, answer, act } = useAct()
  const check = () =>
    act('check', async () => {
      const seen = await previewRoster({ text })
      setPreview(seen.ok ? seen.value : null)
      return seen
    })
  const send = (fields: FormData) => (preview && preview.turns > 0 ? save(fields, preview) : null)
  const save = async (fields: FormData, { days }: RosterPreviewView) => {
    const saved = await saveRoster({ days, why: lineIn(fields, 'why'), basedOn: version })
    if (saved.ok) refresh()
    return saved
  }
  return (
    <FormDialog
      title={t('paste')}
      note={t('pasteNote')}
      submitWords={preview ? t('saveGood', { count: preview.turns }) : t('save')}
      send={send}
      close={close}
    >
      <Field label={t('pasteField')}>
        <textarea
          rows={8}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setPreview(null)
          }}
          className={`${fieldLook} py-2 font-mono leading-[1.6] max-md:h-auto md:h-auto`}
        />
      </Field>
      <Button
        className="self-start max-md:h-12"
        busy={busy === 'check'}
        disabled={text.trim() === ''}
        onClick={() => void check()}
      >
        {t('check')}
      </Button>
      {answer ? <p role="alert">{answer}</p> : null}
      {preview ? <Preview preview={preview} agencies={agencies} /> : null}
      {preview && preview.turns > 0 ? (
        <Field required label={t('why')} hint={t('whyHint')} name="why" minLength={2} maxLength={200} />
      ) : null}
    </FormDialog>
  )
}

function Preview({ preview, agencies }: { preview: RosterPreviewView; agencies: AgencyView[] }) {
  const t = useTranslations('roster')
  const refusalText = useRefusalText()
  const { turns, replaced, bad } = preview
  const words = ({ code, details }: Refusal) =>
    refusalText({ code, details: { ...details, agency: named(agencies, details.agency) } })
  return (
    <div role="status" className="text-desk-body">
      <p className="font-semibold">
        {t('good', { count: turns })}
        {replaced > 0 ? <span className="ml-3 font-normal">{t('replaces', { count: replaced })}</span> : null}
      </p>
      {bad.length > 0 ? (
        <div className="on-paper mt-2 max-h-56 overflow-y-auto rounded-control px-3 py-2">
          <p className="font-semibold">{t('bad', { count: bad.length })}</p>
          <ul>
            {bad.map((row) => (
              <li key={row.line} className="mt-1">
                <span className="font-semibold">{t('line', { line: row.line })}</span> {words(row)}
                <span className="block truncate text-desk-meta">{row.cells.join(' ')}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

/** Refusals name an agency by its key or already by its short name. */
function named(agencies: AgencyView[], agency: string | number | undefined): string {
  const found = agencies.some(({ key }) => key === agency)
  return found ? agencyName(agencies, String(agency)) : String(agency ?? '')
}
