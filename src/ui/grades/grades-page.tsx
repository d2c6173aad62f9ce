'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { rollBackGrades, saveGrades } from '#actions/grading.ts'
import type { GradesView } from '#contracts/grading.ts'
import type { GradeRules } from '#domain/grading/rules.ts'
import { EditionHead } from '#ui/editions/edition-head.tsx'
import { EditionList } from '#ui/editions/edition-list.tsx'
import { SaveEdition } from '#ui/editions/save-edition.tsx'
import { GradeLines } from './grade-lines.tsx'
import { GradesDryRun } from './grades-dry-run.tsx'
import { Modifiers } from './modifiers.tsx'
import { ProtectedEvents } from './protected-events.tsx'

/** The lines a grade is proposed by, their limits and modifiers; tried on real incidents before they count. */
export function GradesPage({ grades }: { grades: GradesView }) {
  const router = useRouter()
  const [rules, setRules] = useState<GradeRules>(grades.rules)
  const change = (part: Partial<GradeRules>) => setRules((before) => ({ ...before, ...part }))
  const changed = JSON.stringify(rules) !== JSON.stringify(grades.rules)
  const refresh = () => router.refresh()
  return (
    <div className="mx-auto flex w-full max-w-[1680px] flex-col gap-3 p-4">
      <EditionHead view="grades" version={grades.version} />
      <div className="grid items-start gap-3 xl:grid-cols-[1fr_480px]">
        <div className="grid min-w-0 gap-3">
          <GradeLines lines={rules.lines} setLines={(lines) => change({ lines })} />
          <Modifiers rules={rules} change={change} />
          <ProtectedEvents rules={rules} change={change} places={grades.places} />
        </div>
        <div className="grid min-w-0 gap-3">
          <GradesDryRun rules={rules} />
          <SaveEdition
            version={grades.version}
            changed={changed}
            save={(why) => saveGrades({ rules, why, basedOn: grades.version })}
            reset={() => setRules(grades.rules)}
            saved={refresh}
          />
          {grades.regrading ? <Regrading {...grades.regrading} /> : null}
          <EditionList versions={grades.versions} rollBack={rollBackGrades} changed={refresh} />
        </div>
      </div>
    </div>
  )
}

/** How many open incidents the version in force has been tried on, and for how many it proposes another grade. */
function Regrading({ looked, changed, finished }: NonNullable<GradesView['regrading']>) {
  const t = useTranslations('grades')
  return (
    <p className="text-desk-body text-t2" role="status">
      {t(finished ? 'regraded' : 'regrading', { looked, changed })}
    </p>
  )
}
