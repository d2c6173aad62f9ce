'use client'

import { useTranslations } from 'use-intl/react'
import { type Graded, type Limit, type StepLimits, steps } from '#domain/clock/limits.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { fieldLook } from '#ui/primitives/field.tsx'
import { amountOf, type LimitUnit, limitFrom, limitUnits, unitOf } from './limit-units.ts'

const grades = ['I', 'II', 'III', 'IV'] as const satisfies readonly Graded[]

/** How long each step may take at each grade; a step a grade does not owe stays without a limit. */
export function ClockLimits({
  clocks,
  change,
}: {
  clocks: StepLimits
  change: (clocks: StepLimits) => void
}) {
  const t = useTranslations('response')
  const stepName = useTranslations('incident.step')
  const numeral = useTranslations('rule.numeral')
  return (
    <Panel caption={t('group.clocks')} note={t('note.clocks')}>
      <div className="overflow-x-auto">
        <table className="mt-2 w-full min-w-[720px] text-left text-desk-body">
          <thead>
            <tr className="text-desk-head text-t2">
              <th scope="col" className="py-1 font-normal" />
              {grades.map((grade) => (
                <th key={grade} scope="col" className="px-1 py-1 font-normal">
                  {numeral(grade)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((step, at) => (
              <tr key={step} className="border-t border-line">
                <th scope="row" className="unbroken pr-2 font-normal">
                  <span className="mr-2 text-t3">{at + 1}</span>
                  {stepName(step)}
                </th>
                {grades.map((grade) => (
                  <td key={grade} className="px-1 py-1">
                    <LimitCell
                      label={`${stepName(step)} ${numeral(grade)}`}
                      limit={clocks[step][grade]}
                      change={(limit) => change({ ...clocks, [step]: { ...clocks[step], [grade]: limit } })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function LimitCell({
  label,
  limit,
  change,
}: {
  label: string
  limit: Limit | null
  change: (limit: Limit) => void
}) {
  const t = useTranslations('response.unit')
  if (!limit) return <span className="text-t3">{t('none')}</span>
  const unit = unitOf(limit)
  return (
    <span className="grid grid-cols-[64px_1fr] gap-1">
      <input
        type="number"
        min={unit === 'sheet' ? 0 : 1}
        step={1}
        aria-label={label}
        value={amountOf(limit)}
        onChange={(event) => {
          const amount = event.target.valueAsNumber
          if (Number.isInteger(amount) && amount >= 0) change(limitFrom(unit, amount))
        }}
        className={`${fieldLook} px-2 text-right`}
      />
      <select
        aria-label={t('label', { of: label })}
        value={unit}
        onChange={(event) => change(limitFrom(event.target.value as LimitUnit, amountOf(limit)))}
        className={`${fieldLook} px-1`}
      >
        {limitUnits.map((one) => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
      </select>
    </span>
  )
}
