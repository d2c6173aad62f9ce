'use client'

import { useTranslations } from 'use-intl/react'
import type { RulesView } from '#contracts/rules.ts'
import type { FlagThresholds } from '#domain/flagging/flag.ts'
import { TextField } from '#ui/account/field.tsx'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import type { Draft } from './use-draft.ts'

/** From where a post alerts, and from where a person looks, by the model and by the rules. */
export function Thresholds({ rules, draft }: { rules: RulesView; draft: Draft }) {
  const t = useTranslations('rules')
  const { thresholds } = draft.edition
  const shown: FlagThresholds = thresholds ?? rules.thresholds
  const set = (part: 'probability' | 'score', name: string, value: number) => {
    if (Number.isFinite(value)) draft.setThresholds({ ...shown, [part]: { ...shown[part], [name]: value } })
  }
  return (
    <Panel
      caption={t('thresholds')}
      note={t(thresholds ? 'thresholdsOwn' : 'thresholdsSeed')}
      aside={
        thresholds ? <Button onClick={() => draft.setThresholds(null)}>{t('thresholdsReset')}</Button> : null
      }
    >
      <div className="mt-2 grid gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {(['flagged', 'doubtful', 'vetoed'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`probability.${name}`)}
            type="number"
            min={name === 'vetoed' ? 0 : 1}
            max={99}
            value={Math.round(shown.probability[name] * 100)}
            onChange={(event) => set('probability', name, Number(event.target.value) / 100)}
          />
        ))}
        {(['flagged', 'doubtful'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`score.${name}`)}
            type="number"
            min={1}
            max={20}
            value={shown.score[name]}
            onChange={(event) => set('score', name, Number(event.target.value))}
          />
        ))}
      </div>
    </Panel>
  )
}
