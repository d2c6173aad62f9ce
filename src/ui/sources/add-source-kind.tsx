'use client'

import clsx from 'clsx'
import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import type { SourceForm } from '#contracts/source-form.ts'

type Kind = SourceForm['kind']

/** Which kind of source; arrow keys move between them, and the line below says what the chosen one is. */
export function KindChoice({
  kinds,
  chosen,
  choose,
}: {
  kinds: Kind[]
  chosen: Kind
  choose: (kind: Kind) => void
}) {
  const t = useTranslations('sources')
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-desk-head text-t2">{t('kindLabel')}</legend>
      <div className="flex flex-wrap gap-1">
        {kinds.map((kind) => (
          <label
            key={kind}
            className={clsx(
              'unbroken flex h-12 cursor-pointer items-center rounded-control border px-3 text-desk-body has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent md:h-8',
              kind === chosen ? 'border-accent bg-accent-tint text-t1' : 'border-line2 text-t2 hover:bg-s3',
            )}
          >
            <input
              type="radio"
              name={name}
              value={kind}
              checked={kind === chosen}
              onChange={() => choose(kind)}
              className="sr-only"
            />
            {t(`kind.${kind}`)}
          </label>
        ))}
      </div>
      <p className="mt-2 text-desk-body text-t3">{t(`about.${chosen}`)}</p>
    </fieldset>
  )
}
