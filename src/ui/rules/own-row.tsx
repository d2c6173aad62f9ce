'use client'

import { useTranslations } from 'use-intl/react'
import type { GroupRule } from '#domain/flagging/lexicon.ts'
import { Button } from '#ui/primitives/button.tsx'
import { signed } from '#ui/review/review-sentence.tsx'

/** One word or pattern of the office's own. */
export function OwnRow({
  name,
  rule,
  weight,
  day,
  isNew,
  remove,
}: {
  name: string
  rule: GroupRule
  weight: number
  day: string
  /** Not saved yet. */
  isNew: boolean
  remove: () => void
}) {
  const t = useTranslations('rules')
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-4 border-t border-line py-1 text-desk-body md:grid-cols-[minmax(0,1fr)_120px_48px_160px_auto]">
      <span className="break-all font-medium">{name}</span>
      <span className="text-t2">{t(`group.${rule}`)}</span>
      <span className="font-semibold max-md:hidden">{signed(weight)}</span>
      <span className="text-t3 max-md:hidden">{isNew ? t('unsaved') : t('since', { day })}</span>
      <Button onClick={remove} className="max-md:h-12">
        {t('remove')}
      </Button>
    </li>
  )
}
