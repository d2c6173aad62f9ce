'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { addApiKey } from '#actions/api-keys.ts'
import type { AgencyView } from '#contracts/views.ts'
import { type ApiScope, apiScopes } from '#domain/api/scope.ts'
import { Answer, SelectField, TextField } from '#ui/account/field.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { useRefresh } from '#ui/shell/refresh.ts'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import type { FreshKey } from './new-key.tsx'

/** What a program that only looks needs. */
const usual: readonly ApiScope[] = ['incidents:read', 'events:read']

/** Makes a key; its secret goes up to the page, which shows it once. */
export function AddKeyForm({
  agencies,
  added,
}: {
  agencies: AgencyView[]
  added: (fresh: FreshKey) => void
}) {
  const [t, scopeWords] = [useTranslations('keys'), useTranslations('api.scope')]
  const refusalText = useRefusalText()
  const refresh = useRefresh()
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const scopes = apiScopes.filter((scope) => form.getAll('scopes').includes(scope))
    const name = String(form.get('name')).trim()
    if (scopes.length === 0) return setAnswer(t('scopeNeeded'))
    setBusy(true)
    setAnswer(null)
    const made = await addApiKey({ name, agency: String(form.get('agency')), scopes })
    setBusy(false)
    if (!made.ok) return setAnswer(refusalText(made.refusal))
    added({ name, key: made.value.key })
    setRound(round + 1)
    refresh()
  }
  return (
    <section className="rounded-tile bg-s1 px-4 py-3 outline-1 -outline-offset-1 outline-tile-edge">
      <h2 className="mb-3 text-desk-head font-semibold">{t('add')}</h2>
      <form key={round} onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          required
          name="name"
          label={t('name')}
          placeholder={t('nameHint')}
          minLength={2}
          maxLength={60}
        />
        <SelectField name="agency" label={t('agency')} defaultValue="rsj">
          {agencies.map(({ key, short }) => (
            <option key={key} value={key}>
              {short}
            </option>
          ))}
        </SelectField>
        <fieldset>
          <legend className="mb-1 text-desk-head font-medium text-t2">{t('scopes')}</legend>
          {apiScopes.map((scope) => (
            <label key={scope} className="flex min-h-11 items-center gap-2 text-desk-body md:min-h-7">
              <input
                type="checkbox"
                name="scopes"
                value={scope}
                defaultChecked={usual.includes(scope)}
                className="size-4"
              />
              {scopeWords(scope)}
            </label>
          ))}
        </fieldset>
        <Answer text={answer} />
        <Button type="submit" variant="primary" busy={busy} className="h-12! md:h-9!">
          {t('make')}
        </Button>
      </form>
    </section>
  )
}
