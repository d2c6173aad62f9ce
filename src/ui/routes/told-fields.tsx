'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { RoutesView } from '#contracts/routing.ts'
import type { AgencyView } from '#contracts/views.ts'
import type { Told } from '#domain/routing/route-tree.ts'
import { SelectField } from '#ui/account/field.tsx'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Button } from '#ui/primitives/button.tsx'

/** Whom the line tells: a kind of duty, and one of the agencies the document gives it to. */
export function ToldFields({
  tell,
  setTell,
  routes,
  agencies,
}: {
  tell: Told[]
  setTell: (tell: Told[]) => void
  routes: RoutesView
  agencies: AgencyView[]
}) {
  const t = useTranslations('routes')
  const [kind, setKind] = useState('construction')
  const [chosen, setChosen] = useState('')
  const duties = routes.duties[kind] ?? {}
  const agency = chosen in duties ? chosen : (Object.keys(duties)[0] ?? '')
  const isTold = tell.some((one) => one.agency === agency)
  return (
    <fieldset className="grid gap-2">
      <legend className="text-desk-head text-t2">{t('tells')}</legend>
      <ul className="text-desk-body">
        {tell.map((one) => (
          <li key={`${one.agency} ${one.kind}`} className="flex items-center gap-3 border-t border-line py-1">
            <span className="min-w-0 flex-1 truncate">
              {agencyName(agencies, one.agency)} <span className="text-t3">{routes.kinds[one.kind]}</span>
            </span>
            <Button
              className="max-md:h-12"
              onClick={() => setTell(tell.filter((other) => other.agency !== one.agency))}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
        <SelectField label={t('duty')} value={kind} onChange={(event) => setKind(event.target.value)}>
          {Object.entries(routes.kinds).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('agency')} value={agency} onChange={(event) => setChosen(event.target.value)}>
          {Object.keys(duties).map((key) => (
            <option key={key} value={key}>
              {agencyName(agencies, key)}
            </option>
          ))}
        </SelectField>
        <Button
          className="h-9 max-md:h-12"
          disabled={agency === '' || isTold}
          onClick={() => setTell([...tell, { agency, kind }])}
        >
          {t('tell')}
        </Button>
      </div>
      <q className="text-desk-meta text-t2 [quotes:'“''”']">{duties[agency]?.basis}</q>
    </fieldset>
  )
}
