import { useMessages, useTranslations } from 'use-intl/react'
import type { IncidentView } from '#contracts/views.ts'

type Graded = Pick<IncidentView, 'gradeReason'>
type Blanks = Record<string, number | string>

/** Puts the grade's reason into sentences: the line that fired, and what moved it. */
export function useGradeWords(): {
  /** 基准 Ⅲ，联合办公期上调为 Ⅱ */
  brief: (incident: Graded) => string
  rule: (incident: Graded) => string
  modifiers: (incident: Graded) => string[]
} {
  const t = useTranslations('rule')
  const known = useMessages().rule as Record<'grade' | 'modifier' | 'fact', Record<string, string>>
  const say = t as unknown as (key: string, blanks: Blanks) => string
  const level = (key: string) => t(`numeral.${key}`)
  const modifiers = ({ gradeReason }: Graded) =>
    gradeReason.modifiers.map(({ rule, from, to }) =>
      say(rule in known.modifier ? `modifier.${rule}` : 'modifier.other', {
        rule,
        from: level(from),
        to: level(to),
      }),
    )
  return {
    brief: (incident) =>
      [t('base', { grade: level(incident.gradeReason.base) }), ...modifiers(incident)].join(
        t('join_sentence'),
      ),
    rule: ({ gradeReason: { rule, facts } }) => {
      if (rule in known.grade) return say(`grade.${rule}`, { ...facts, rule })
      const { atLeast = 0, sign, ...counted } = facts
      const [fact, value] = Object.entries(counted)[0] ?? [sign ?? '', 0]
      if (!(fact in known.fact)) return say('grade.other', { rule })
      return say(sign ? 'gradeOwn.sign' : 'gradeOwn.count', { fact: say(`fact.${fact}`, {}), value, atLeast })
    },
    modifiers,
  }
}
