'use client'

import { useTranslations } from 'use-intl/react'
import type { RulesView } from '#contracts/rules.ts'
import type { GroupRule } from '#domain/flagging/lexicon.ts'
import { SelectField, TextField } from '#ui/account/field.tsx'

export type Grouping = { rule: GroupRule; kind: string | undefined; weight: string }

/** A new word counts like those already in its group. */
export function groupingOf(rules: RulesView, rule: GroupRule): Grouping {
  const group = rules.groups.find((one) => one.rule === rule)
  return { rule, kind: group?.kind ?? undefined, weight: String(group?.weight ?? 1) }
}

/** What a word or pattern does to a message, of which kind, and how much it weighs. */
export function GroupChoice({
  rules,
  value,
  choose,
}: {
  rules: RulesView
  value: Grouping
  choose: (value: Grouping) => void
}) {
  const t = useTranslations('rules')
  const kindName = useTranslations('rules.kind') as (kind: string) => string
  const named = [...new Set(rules.groups.map(({ rule }) => rule))]
  const kinds = [
    ...new Set(rules.groups.flatMap(({ rule, kind }) => (rule === value.rule && kind ? [kind] : []))),
  ]
  return (
    <>
      <SelectField
        label={t('groupLabel')}
        value={value.rule}
        onChange={(event) => choose(groupingOf(rules, event.target.value as GroupRule))}
      >
        {named.map((rule) => (
          <option key={rule} value={rule}>
            {t(`group.${rule}`)}
          </option>
        ))}
      </SelectField>
      {kinds.length > 1 ? (
        <SelectField
          label={t('kindLabel')}
          value={value.kind}
          onChange={(event) => choose({ ...value, kind: event.target.value })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindName(kind)}
            </option>
          ))}
        </SelectField>
      ) : null}
      <TextField
        label={t('weightLabel')}
        type="number"
        min={-10}
        max={10}
        step={0.5}
        value={value.weight}
        onChange={(event) => choose({ ...value, weight: event.target.value })}
      />
    </>
  )
}
