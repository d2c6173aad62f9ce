'use client'

import clsx from 'clsx'
import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import type { IntakeChannel } from './read-intake.ts'

/** Which line or counter it came by; arrow keys move between them. */
export function ChannelChoice({
  options,
  chosen,
  choose,
}: {
  options: readonly IntakeChannel[]
  chosen: IntakeChannel
  choose: (channel: IntakeChannel) => void
}) {
  const t = useTranslations('intake')
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-desk-head text-t2">{t('channel')}</legend>
      <div className="flex flex-wrap gap-1">
        {options.map((one) => (
          <label
            key={one}
            className={clsx(
              'unbroken flex h-12 cursor-pointer items-center rounded-control border px-3 text-desk-body has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent md:h-8',
              one === chosen ? 'border-accent bg-accent-tint text-t1' : 'border-line2 text-t2 hover:bg-s3',
            )}
          >
            <input
              type="radio"
              name={name}
              value={one}
              checked={one === chosen}
              onChange={() => choose(one)}
              className="sr-only"
            />
            {t(`channels.${one}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
