'use client'

import { useTranslations } from 'use-intl/react'
import { type PersonalChannel, personalChannels } from '#domain/paging/channel-kind.ts'
import {
  defaultRules,
  longestWaitMinutes,
  type PagingStep,
  type PersonalRules,
} from '#domain/paging/personal-rules.ts'
import { type Urgency, urgencies } from '#domain/paging/urgency.ts'
import { lineIn } from '#ui/primitives/form-fields.ts'

/** Which channel after how many minutes, by urgency; the list on the screen always comes first and cannot be left out. */
export function RuleFields({
  rules,
  own,
  setOwn,
}: {
  rules: Partial<PersonalRules> | null
  own: boolean
  setOwn: (own: boolean) => void
}) {
  const t = useTranslations('contacts')
  return (
    <fieldset>
      <legend className="mb-1 text-desk-head font-semibold">{t('rules')}</legend>
      <div className="flex gap-4 text-desk-body">
        {[false, true].map((choice) => (
          <label key={String(choice)} className="flex items-center gap-2 max-md:min-h-12">
            <input
              type="radio"
              name="ownRules"
              value={choice ? 'own' : 'house'}
              checked={own === choice}
              onChange={() => setOwn(choice)}
            />
            {t(choice ? 'rulesOwn' : 'rulesDefault')}
          </label>
        ))}
      </div>
      {own ? <RuleTable rules={rules} /> : null}
    </fieldset>
  )
}

/** Whether the own order was chosen before the house's. */
export function isOwnIn(fields: FormData): boolean {
  return lineIn(fields, 'ownRules') === 'own'
}

/** The steps typed into the table, in order of their minutes. */
export function rulesIn(fields: FormData): PersonalRules {
  const stepsIn = (urgency: Urgency): PagingStep[] =>
    settable.flatMap((channel) => {
      const typed = lineIn(fields, `rule-${urgency}-${channel}`)
      return typed === '' ? [] : [{ channel, afterMinutes: Number(typed) }]
    })
  return {
    critical: stepsIn('critical'),
    urgent: stepsIn('urgent'),
    ordinary: stepsIn('ordinary'),
    low: stepsIn('low'),
  }
}

const settable = personalChannels.filter(
  (channel): channel is Exclude<PersonalChannel, 'in_app'> => channel !== 'in_app',
)

function RuleTable({ rules }: { rules: Partial<PersonalRules> | null }) {
  const [t, channel] = [useTranslations('contacts'), useTranslations('paging.channel')]
  const minutesOf = (urgency: Urgency, one: PersonalChannel) =>
    (rules?.[urgency] ?? defaultRules[urgency]).find((step) => step.channel === one)?.afterMinutes ?? ''
  return (
    <div className="mt-2 overflow-x-auto">
      <table className="w-full text-desk-meta">
        <thead>
          <tr className="text-left text-t3">
            <th className="py-1 pr-2 font-medium">{t('minutes')}</th>
            {urgencies.map((urgency) => (
              <th key={urgency} className="px-1 py-1 font-medium">
                {t(`urgency.${urgency}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {settable.map((one) => (
            <tr key={one}>
              <th className="unbroken py-0.5 pr-2 text-left font-medium text-t2">{channel(one)}</th>
              {urgencies.map((urgency) => (
                <td key={urgency} className="px-1 py-0.5">
                  <input
                    type="number"
                    name={`rule-${urgency}-${one}`}
                    aria-label={`${channel(one)} ${t(`urgency.${urgency}`)}`}
                    min={0}
                    max={longestWaitMinutes}
                    placeholder="–"
                    defaultValue={minutesOf(urgency, one)}
                    className="h-9 w-16 rounded-control border border-line2 bg-field px-2 text-desk-body max-md:h-12"
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
