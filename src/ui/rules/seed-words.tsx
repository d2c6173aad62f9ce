'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { RulesView } from '#contracts/rules.ts'
import type { GroupRule } from '#domain/flagging/lexicon.ts'
import { SelectField, TextField } from '#ui/account/field.tsx'
import { Panel } from '#ui/incident/panel.tsx'
import { signed } from '#ui/review/review-sentence.tsx'
import type { Draft } from './use-draft.ts'

/** The product's own words; a press withdraws one or takes it back in. */
export function SeedWords({ rules, draft }: { rules: RulesView; draft: Draft }) {
  const t = useTranslations('rules')
  const kindName = useTranslations('rules.kind') as (kind: string) => string
  const [rule, setRule] = useState<GroupRule>('arrears')
  const [sought, setSought] = useState('')
  const named = [...new Set(rules.groups.map((group) => group.rule))]
  const groups = rules.groups.filter((group) =>
    sought === '' ? group.rule === rule : group.terms.some((term) => term.includes(sought)),
  )
  const withdrawn = new Set(draft.edition.withdrawn.map((one) => `${one.rule} ${one.term}`))
  return (
    <Panel caption={t('seedWords')} note={t('seedWordsNote', { count: withdrawn.size })}>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        <SelectField
          label={t('groupLabel')}
          value={rule}
          onChange={(event) => setRule(event.target.value as GroupRule)}
        >
          {named.map((one) => (
            <option key={one} value={one}>
              {t(`group.${one}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('seek')}
          value={sought}
          onChange={(event) => setSought(event.target.value.trim())}
        />
      </div>
      {groups.map((group) => (
        <section key={`${group.rule} ${group.kind} ${group.weight} ${group.terms[0]}`} className="mt-3">
          <h3 className="text-desk-meta text-t2">
            {t(`group.${group.rule}`)} {group.kind ? kindName(group.kind) : ''}{' '}
            {group.weight === 0 ? '' : signed(group.weight)}
          </h3>
          <p className="mt-1 flex flex-wrap gap-1">
            {group.terms
              .filter((term) => term.includes(sought))
              .map((term) => {
                const out = withdrawn.has(`${group.rule} ${term}`)
                return (
                  <button
                    key={term}
                    type="button"
                    aria-pressed={!out}
                    title={t(out ? 'takeIn' : 'withdraw')}
                    onClick={() => draft.toggleSeedWord({ term, rule: group.rule })}
                    className={clsx(
                      'rounded-control border px-2 text-desk-body leading-7 max-md:leading-10',
                      out
                        ? 'border-dashed border-line2 text-t3 line-through'
                        : 'border-line bg-s2 text-t1 hover:bg-s3',
                    )}
                  >
                    {term}
                  </button>
                )
              })}
          </p>
          {group.patterns.length > 0 && sought === '' ? (
            <p className="mt-1 break-all text-desk-meta text-t3">{group.patterns.join('　')}</p>
          ) : null}
        </section>
      ))}
      {groups.length === 0 ? <p className="mt-3 text-desk-body text-t2">{t('notFound')}</p> : null}
    </Panel>
  )
}
