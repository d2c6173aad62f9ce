'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import { type CountCondition, type GradeLine, isCount } from '#domain/grading/rules.ts'
import { useFactWords } from '#ui/incident/fact-words.ts'
import { Button } from '#ui/primitives/button.tsx'

/** One line: its fact, from which figure on, and whether it counts; the office's own can be taken away. */
export function LineRow({
  line,
  replace,
}: {
  line: GradeLine
  /** Null takes it away. */
  replace: (line: GradeLine | null) => void
}) {
  const t = useTranslations('grades')
  const name = useTranslations('rule.fact')
  const { when, off } = line
  const limit = (part: Partial<CountCondition>) => {
    if (isCount(when)) replace({ ...line, when: { ...when, ...part } })
  }
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 border-t border-line py-1 text-desk-body">
      <span className={clsx('unbroken', off && 'text-t3 line-through')}>{name(when.fact)}</span>
      <span className="flex flex-wrap items-center justify-end gap-2">
        {isCount(when) && line.id !== dangerLine ? (
          <Limit
            label={t('atLeast', { fact: name(when.fact) })}
            value={when.atLeast}
            change={(atLeast) => limit({ atLeast })}
          />
        ) : null}
        {when.fact === 'owedYuan' && isCount(when) ? <InWords yuan={when.atLeast} /> : null}
        {isCount(when) && when.onProject !== null ? (
          <>
            <span className="unbroken text-desk-meta text-t3">{t('onProject')}</span>
            <Limit
              label={t('atLeastOnProject', { fact: name(when.fact) })}
              value={when.onProject}
              change={(onProject) => limit({ onProject })}
            />
            <InWords yuan={when.onProject} />
          </>
        ) : null}
      </span>
      {line.id === dangerLine ? (
        <span className="px-3 text-desk-meta text-t3">{t('fixed')}</span>
      ) : (
        <Button
          className="max-md:h-12"
          onClick={() => replace(line.id.startsWith('own_') ? null : { ...line, off: !off })}
        >
          {t(line.id.startsWith('own_') ? 'remove' : off ? 'switchOn' : 'switchOff')}
        </Button>
      )}
    </li>
  )
}

/** Danger to life is never less than Ⅱ, so nobody can switch it off. */
const dangerLine = 'II_life'

/** Long rows of noughts are misread. */
function InWords({ yuan }: { yuan: number }) {
  const words = useFactWords().amount({ amountYuan: { min: yuan, max: yuan } })
  return (
    <span className="unbroken text-desk-meta text-t3">{words ? `${words.figure} ${words.unit}` : null}</span>
  )
}

/** A whole number from 1 on; what is no number leaves it as it was. */
export function Limit({
  label,
  value,
  change,
}: {
  label: string
  value: number
  change: (value: number) => void
}) {
  return (
    <input
      type="number"
      min={1}
      step={1}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const figure = event.target.valueAsNumber
        if (Number.isInteger(figure) && figure >= 1) change(figure)
      }}
      className="h-8 w-28 rounded-control border border-line2 bg-field px-2 text-right text-t1 max-md:h-12"
    />
  )
}
