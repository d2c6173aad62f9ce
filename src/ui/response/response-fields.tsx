'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ResponseRules } from '#domain/response/response-rules.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Field } from '#ui/primitives/field.tsx'
import { ClockLimits } from './clock-limits.tsx'

const fenPerYuan = 100

/** Each group of limits in a panel of its own, with what it decides. */
export function ResponseFields({
  rules,
  change,
}: {
  rules: ResponseRules
  change: (part: Partial<ResponseRules>) => void
}) {
  const { report, supervision, transfer, massCallOutAbove } = rules
  const supervise = (part: Partial<typeof supervision>) =>
    change({ supervision: { ...supervision, ...part } })
  const handOver = (part: Partial<typeof transfer>) => change({ transfer: { ...transfer, ...part } })
  return (
    <div className="grid min-w-0 gap-3">
      <ClockLimits clocks={rules.clocks} change={(clocks) => change({ clocks })} />
      <Group name="report">
        {(['opensAt', 'remindAt', 'closesAt'] as const).map((hour) => (
          <Clock
            key={hour}
            name={hour}
            value={report[hour]}
            change={(value) => change({ report: { ...report, [hour]: value } })}
          />
        ))}
      </Group>
      <Group name="supervision">
        {(['people', 'yuan', 'timesOverdue'] as const).map((limit) => (
          <Figure
            key={limit}
            name={limit}
            value={supervision[limit]}
            change={(value) => supervise({ [limit]: value })}
          />
        ))}
      </Group>
      <Group name="transfer">
        {(
          [
            ['oneWorkerMonths', 1],
            ['oneWorkerFen', fenPerYuan],
            ['workers', 1],
            ['workersFen', fenPerYuan],
          ] as const
        ).map(([limit, unit]) => (
          <Figure
            key={limit}
            name={limit}
            value={transfer[limit] / unit}
            change={(value) => handOver({ [limit]: value * unit })}
          />
        ))}
      </Group>
      <Group name="callOut">
        <Figure
          name="massCallOutAbove"
          value={massCallOutAbove}
          change={(value) => change({ massCallOutAbove: value })}
        />
      </Group>
    </div>
  )
}

function Group({
  name,
  children,
}: {
  name: 'report' | 'supervision' | 'transfer' | 'callOut'
  children: ReactNode
}) {
  const t = useTranslations('response')
  return (
    <Panel caption={t(`group.${name}`)} note={t(`note.${name}`)}>
      <div className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">{children}</div>
    </Panel>
  )
}

function Clock({
  name,
  value,
  change,
}: {
  name: 'opensAt' | 'remindAt' | 'closesAt'
  value: string
  change: (value: string) => void
}) {
  const t = useTranslations('response.field')
  return <Field label={t(name)} type="time" value={value} onChange={(event) => change(event.target.value)} />
}

/** A whole number from 1 on; what is not one is not taken. */
function Figure({ name, value, change }: { name: string; value: number; change: (value: number) => void }) {
  const t = useTranslations('response.field')
  return (
    <Field
      label={t(name)}
      type="number"
      min={1}
      step={1}
      value={value}
      onChange={(event) => {
        const figure = event.target.valueAsNumber
        if (Number.isInteger(figure) && figure >= 1) change(figure)
      }}
    />
  )
}
