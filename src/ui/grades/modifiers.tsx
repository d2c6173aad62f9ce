'use client'

import { useTranslations } from 'use-intl/react'
import { type GradeRules, modifiers } from '#domain/grading/rules.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Limit } from './line-row.tsx'

/** What moves a proposal by one, and from where on the general emergency plan takes over. */
export function Modifiers({
  rules,
  change,
}: {
  rules: GradeRules
  change: (part: Partial<GradeRules>) => void
}) {
  const t = useTranslations('grades')
  const { generalPlan } = rules
  return (
    <Panel caption={t('modifiers')} note={t('modifiersNote')}>
      <ul className="mt-2 grid gap-x-8 lg:grid-cols-2">
        {modifiers.map((name) => (
          <li key={name} className="border-t border-line">
            <label className="flex min-h-9 items-center gap-3 text-desk-body max-md:min-h-12">
              <input
                type="checkbox"
                checked={rules.modifiers[name]}
                onChange={(event) =>
                  change({ modifiers: { ...rules.modifiers, [name]: event.target.checked } })
                }
                className="size-4 accent-(--accent)"
              />
              {t(`modifier.${name}`)}
            </label>
          </li>
        ))}
      </ul>
      <p className="mt-3 flex flex-wrap items-center gap-2 text-desk-body">
        <strong className="font-semibold">{t('generalPlan')}</strong>
        {t('gatheredFrom')}
        <Limit
          label={t('gatheredFrom')}
          value={generalPlan.gathered}
          change={(gathered) => change({ generalPlan: { ...generalPlan, gathered } })}
        />
        {t('orDeadFrom')}
        <Limit
          label={t('orDeadFrom')}
          value={generalPlan.dead}
          change={(dead) => change({ generalPlan: { ...generalPlan, dead } })}
        />
      </p>
    </Panel>
  )
}
