'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { dryRunGrades } from '#actions/grading.ts'
import type { GradesDryRunView } from '#contracts/grading.ts'
import type { GradeRules } from '#domain/grading/rules.ts'
import { type Result, refusal } from '#domain/result.ts'
import { useGradeWords } from '#ui/incident/grade-words.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { RefusedLine } from '#ui/rules/try-box.tsx'

/** Which open and recent incidents the edition would grade otherwise, before it is saved. */
export function GradesDryRun({ rules }: { rules: GradeRules }) {
  const t = useTranslations('grades')
  const asked = JSON.stringify(rules)
  const [run, setRun] = useState<{ of: string; answer: Result<GradesDryRunView> } | null>(null)
  const [busy, setBusy] = useState(false)
  const start = async () => {
    setBusy(true)
    const answer = await dryRunGrades({ rules }).catch(() => refusal('unreachable'))
    setRun({ of: asked, answer })
    setBusy(false)
  }
  return (
    <Panel
      caption={t('dryRun')}
      note={run && run.of !== asked ? t('dryRunOld') : t('dryRunNote')}
      aside={
        <Button onClick={() => void start()} busy={busy} className="max-md:h-12">
          {t('dryRunStart')}
        </Button>
      }
    >
      {run?.answer.ok ? <Outcome {...run.answer.value} /> : null}
      {run && !run.answer.ok ? <RefusedLine refusal={run.answer.refusal} /> : null}
    </Panel>
  )
}

function Outcome({ incidents, open, days, cut, reproposed, raised, lowered, changes }: GradesDryRunView) {
  const t = useTranslations('grades')
  const words = useGradeWords()
  return (
    <div className="mt-2 text-desk-body">
      <p>
        {t('raised', { count: raised })} {t('lowered', { count: lowered })}
      </p>
      <p>{t('reproposed', { count: reproposed })}</p>
      <p className="text-desk-meta text-t3">
        {t(cut ? 'lookedAtCut' : 'lookedAt', { incidents, open, days })}
      </p>
      <ul className="mt-2">
        {changes.map(({ incidentId, number, headline, before, after, reason, decided, open }) => (
          <li key={incidentId} className="border-t border-line py-2">
            <p className="flex items-center gap-2">
              <GradeBadge grade={before} size={20} />
              <span aria-hidden>→</span>
              <GradeBadge grade={after} size={20} />
              <span className="min-w-0 truncate font-medium">
                {number} {headline}
              </span>
            </p>
            <p className="text-desk-meta text-t2">
              {words.rule({ gradeReason: reason })}
              {open ? '' : ` ${t('resolved')}`}
              {decided ? ` ${t('decided')}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
