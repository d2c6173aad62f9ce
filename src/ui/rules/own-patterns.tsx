'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { RulesView } from '#contracts/rules.ts'
import { editionLimits } from '#domain/review/rule-edition.ts'
import { TextField } from '#ui/account/field.tsx'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { GroupChoice, groupingOf } from './group-choice.tsx'
import { OwnRow } from './own-row.tsx'
import type { Draft } from './use-draft.ts'

/** Regular expressions of the office's own; the engine never looks back, so none can hold the room up. */
export function OwnPatterns({ rules, draft }: { rules: RulesView; draft: Draft }) {
  const t = useTranslations('rules')
  const [pattern, setPattern] = useState('')
  const [grouping, setGrouping] = useState(() => groupingOf(rules, 'arrears'))
  const { patterns } = draft.edition
  const add = (event: React.FormEvent) => {
    event.preventDefault()
    const { rule, kind, weight } = grouping
    draft.addPattern({ pattern: pattern.trim(), rule, weight: Number(weight), ...(kind && { kind }) })
    setPattern('')
  }
  return (
    <Panel caption={t('ownPatterns')} note={t('ownPatternsNote')}>
      <form
        onSubmit={add}
        className="mt-2 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_auto_96px_auto]"
      >
        <TextField
          label={t('patternLabel')}
          value={pattern}
          maxLength={editionLimits.patternLetters}
          onChange={(event) => setPattern(event.target.value)}
        />
        <GroupChoice rules={rules} value={grouping} choose={setGrouping} />
        <Button type="submit" disabled={pattern.trim() === ''} className="h-9 max-md:h-12">
          {t('add')}
        </Button>
      </form>
      <ul className="mt-3">
        {patterns.map(({ pattern, rule, weight, addedOn }) => (
          <OwnRow
            key={pattern}
            name={pattern}
            rule={rule}
            weight={weight}
            day={addedOn}
            isNew={!rules.edition.patterns.some((one) => one.pattern === pattern)}
            remove={() => draft.removePattern(pattern)}
          />
        ))}
      </ul>
    </Panel>
  )
}
