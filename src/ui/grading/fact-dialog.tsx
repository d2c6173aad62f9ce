'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { stateFact } from '#actions/grading.ts'
import { type StatedFact, statedCounts, statedSigns } from '#domain/grading/stated-facts.ts'
import { SelectField } from '#ui/account/field.tsx'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'

const facts = [...statedCounts, ...statedSigns] as StatedFact[]
const isCounted = (fact: StatedFact) => (statedCounts as readonly string[]).includes(fact)

/** What an officer knows from the scene; the grade is proposed anew at once. */
export function FactDialog({ incidentId, close }: { incidentId: string; close: () => void }) {
  const t = useTranslations('grading')
  const name = useTranslations('rule.fact')
  const [fact, setFact] = useState<StatedFact>('gathered')
  const send = (fields: FormData) =>
    stateFact({ incidentId, fact, value: isCounted(fact) ? Number(lineIn(fields, 'value')) : true })
  return (
    <FormDialog
      title={t('stateFact')}
      note={t('factNote')}
      submitWords={t('stateNow')}
      send={send}
      close={close}
    >
      <SelectField
        label={t('fact')}
        value={fact}
        onChange={(event) => setFact(event.target.value as StatedFact)}
      >
        {facts.map((one) => (
          <option key={one} value={one}>
            {name(one)}
          </option>
        ))}
      </SelectField>
      {isCounted(fact) ? (
        <Field label={t('figure')} name="value" type="number" inputMode="numeric" min={0} step={1} required />
      ) : null}
    </FormDialog>
  )
}
