'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { routeByHand } from '#actions/grading.ts'
import type { AssessmentView } from '#contracts/grading.ts'
import type { AgencyView } from '#contracts/views.ts'
import { SelectField } from '#ui/account/field.tsx'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'

/** Tells one more agency, by a duty the founding document gives it. */
export function RouteDialog({
  incidentId,
  others,
  agencies,
  close,
}: {
  incidentId: string
  others: AssessmentView['others']
  agencies: AgencyView[]
  close: () => void
}) {
  const t = useTranslations('grading.route')
  const known = agencies.filter(({ key }) => others.some(({ agency }) => agency === key))
  const [agency, setAgency] = useState(known[0]?.key ?? '')
  const duties = others.find((one) => one.agency === agency)?.duties ?? []
  const [chosen, setKind] = useState('')
  const duty = duties.find(({ kind }) => kind === chosen) ?? duties[0]
  const send = (fields: FormData) =>
    duty ? routeByHand({ incidentId, agency, kind: duty.kind, reason: lineIn(fields, 'reason') }) : null
  return (
    <FormDialog title={t('add')} note={t('addNote')} submitWords={t('addNow')} send={send} close={close}>
      <SelectField label={t('agency')} value={agency} onChange={(event) => setAgency(event.target.value)}>
        {known.map(({ key }) => (
          <option key={key} value={key}>
            {agencyName(agencies, key)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t('duty')} value={duty?.kind} onChange={(event) => setKind(event.target.value)}>
        {duties.map(({ kind, name }) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </SelectField>
      {duty ? <q className="text-desk-body text-t2 [quotes:'“''”']">{duty.basis}</q> : null}
      <Field label={t('reason')} name="reason" minLength={4} maxLength={500} required />
    </FormDialog>
  )
}
