'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { dryRunRules } from '#actions/rules.ts'
import type { DryRunView } from '#contracts/rules.ts'
import { type Result, refusal } from '#domain/result.ts'
import type { RuleEdition } from '#domain/review/rule-edition.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { RefusedLine } from './try-box.tsx'

/** What the edition would change on the kept posts, and what reading with it costs, before it is saved. */
export function DryRun({ edition }: { edition: RuleEdition }) {
  const t = useTranslations('rules')
  const asked = JSON.stringify(edition)
  const [run, setRun] = useState<{ of: string; answer: Result<DryRunView> } | null>(null)
  const [busy, setBusy] = useState(false)
  const start = async () => {
    setBusy(true)
    const answer = await dryRunRules({ edition }).catch(() => refusal('unreachable'))
    setRun({ of: asked, answer })
    setBusy(false)
  }
  return (
    <Panel
      caption={t('dryRun')}
      note={run && run.of !== asked ? t('dryRunOld') : t('dryRunNote')}
      aside={
        <Button onClick={() => void start()} busy={busy}>
          {t('dryRunStart')}
        </Button>
      }
    >
      {run?.answer.ok ? <Outcome {...run.answer.value} /> : null}
      {run && !run.answer.ok ? <RefusedLine refusal={run.answer.refusal} /> : null}
    </Panel>
  )
}

function Outcome(run: DryRunView) {
  const t = useTranslations('rules')
  const label = useTranslations('rule.label') as (key: string) => string
  const { posts, days, cut, newHits, lostHits, otherChanges, microsecondsBefore, microsecondsAfter } = run
  const figures = [
    [t('newHits'), newHits],
    [t('lostHits'), lostHits],
    [t('otherChanges'), otherChanges],
    [t('cost'), t('costFigure', { before: microsecondsBefore, after: microsecondsAfter })],
  ] as const
  return (
    <div className="mt-2">
      <p className="text-desk-meta text-t3">{t(cut ? 'readCut' : 'readPosts', { posts, days })}</p>
      <dl className="mt-2 grid grid-cols-2 gap-3 sm:grid-cols-[1fr_1fr_1fr_1.6fr]">
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt className="text-desk-meta text-t2">{name}</dt>
            <dd className="text-desk-queue font-semibold">{figure}</dd>
          </div>
        ))}
      </dl>
      <ul className="mt-2">
        {run.examples.map(({ postId, headline, body, before, after }) => (
          <li key={postId} className="border-t border-line py-2 text-desk-body">
            <p className="line-clamp-2">{body ?? headline}</p>
            <p className="text-desk-meta text-t2">
              {t('changes', { before: label(before), after: label(after) })}
              {body === null ? t('textHidden') : ''}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
