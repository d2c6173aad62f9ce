'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import {
  type Condition,
  type CountFact,
  countFacts,
  type GradedLevel,
  type GradeLine,
  type SignFact,
  signFacts,
} from '#domain/grading/rules.ts'
import { SelectField } from '#ui/account/field.tsx'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { LineRow } from './line-row.tsx'

const levels: readonly GradedLevel[] = ['I', 'II', 'III', 'IV']

/** Any one of its lines makes the grade; the first true line counts, the graver stand first. */
export function GradeLines({
  lines,
  setLines,
}: {
  lines: GradeLine[]
  setLines: (lines: GradeLine[]) => void
}) {
  const t = useTranslations('grades')
  const spoken = useTranslations('grade.spoken')
  const replace = (id: string, line: GradeLine | null) =>
    setLines(lines.flatMap((one) => (one.id === id ? (line ?? []) : one)))
  return (
    <Panel caption={t('lines')} note={t('linesNote')}>
      <div className="mt-2 grid gap-x-8 gap-y-4 lg:grid-cols-2">
        {levels.map((grade) => (
          <section key={grade} className="min-w-0">
            <h3 className="flex items-center gap-2 text-desk-body font-semibold">
              <GradeBadge grade={grade} size={24} />
              {spoken(grade)}
            </h3>
            <ul className="mt-1">
              {lines
                .filter((line) => line.grade === grade)
                .map((line) => (
                  <LineRow key={line.id} line={line} replace={(next) => replace(line.id, next)} />
                ))}
            </ul>
            <AddLine lines={lines} grade={grade} setLines={setLines} />
          </section>
        ))}
      </div>
    </Panel>
  )
}

/** A fact this grade does not look at yet. */
function AddLine({
  lines,
  grade,
  setLines,
}: {
  lines: GradeLine[]
  grade: GradedLevel
  setLines: (lines: GradeLine[]) => void
}) {
  const t = useTranslations('grades')
  const name = useTranslations('rule.fact')
  const used = new Set(lines.filter((line) => line.grade === grade).map(({ when }) => when.fact))
  const free = [...countFacts, ...signFacts].filter((fact) => !used.has(fact))
  const [chosen, setChosen] = useState<CountFact | SignFact | ''>('')
  const fact = free.find((one) => one === chosen) ?? free[0]
  if (!fact) return null
  const add = () => {
    const after = lines.findLastIndex((line) => levels.indexOf(line.grade) <= levels.indexOf(grade))
    const line = { id: `own_${grade}_${fact}`, grade, when: conditionOn(fact), off: false }
    setLines(lines.toSpliced(after + 1, 0, line))
  }
  return (
    <div className="mt-2 grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
      <SelectField
        label={t('moreFact')}
        value={fact}
        onChange={(event) => setChosen(event.target.value as CountFact | SignFact)}
      >
        {free.map((one) => (
          <option key={one} value={one}>
            {name(one)}
          </option>
        ))}
      </SelectField>
      <Button onClick={add} className="h-9 max-md:h-12">
        {t('addLine')}
      </Button>
    </div>
  )
}

function conditionOn(fact: CountFact | SignFact): Condition {
  const counted = countFacts.find((one) => one === fact)
  return counted ? { fact: counted, atLeast: 1, onProject: null } : { fact: fact as SignFact }
}
