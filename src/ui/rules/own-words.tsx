'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { RulesView } from '#contracts/rules.ts'
import { TextField } from '#ui/account/field.tsx'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { GroupChoice, groupingOf } from './group-choice.tsx'
import { OwnRow } from './own-row.tsx'
import type { Draft } from './use-draft.ts'

/** The office's own words, each with its group, weight and the day it was put in. */
export function OwnWords({ rules, draft }: { rules: RulesView; draft: Draft }) {
  const t = useTranslations('rules')
  const [term, setTerm] = useState('')
  const [grouping, setGrouping] = useState(() => groupingOf(rules, 'arrears'))
  const { words } = draft.edition
  const add = (event: React.FormEvent) => {
    event.preventDefault()
    const { rule, kind, weight } = grouping
    draft.addWord({ term: term.trim(), rule, weight: Number(weight), ...(kind && { kind }) })
    setTerm('')
  }
  return (
    <Panel caption={t('ownWords')} note={t('ownWordsNote', { count: words.length })}>
      <form
        onSubmit={add}
        className="mt-2 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_auto_96px_auto]"
      >
        <TextField
          label={t('wordLabel')}
          value={term}
          maxLength={40}
          onChange={(event) => setTerm(event.target.value)}
        />
        <GroupChoice rules={rules} value={grouping} choose={setGrouping} />
        <Button type="submit" disabled={term.trim().length < 2} className="h-9 max-md:h-12">
          {t('add')}
        </Button>
      </form>
      <ul className="mt-3">
        {words.map(({ term, rule, weight, addedOn }) => (
          <OwnRow
            key={`${rule} ${term}`}
            name={term}
            rule={rule}
            weight={weight}
            day={addedOn}
            isNew={!rules.edition.words.some((one) => one.term === term && one.rule === rule)}
            remove={() => draft.removeWord({ term, rule })}
          />
        ))}
      </ul>
    </Panel>
  )
}
