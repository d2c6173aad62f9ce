'use client'

import { useTranslations } from 'use-intl/react'
import type { BoardView } from '#contracts/views.ts'

/** “联合办公 23 天 · 等级 +1” and, quieter, which season it is; the same words on the wall and on the desk. */
export function SeasonWords({ season }: { season: NonNullable<BoardView['season']> }) {
  const t = useTranslations('season')
  const { day, lift } = season
  const name = `name.${season.key}` as 'name.other'
  return (
    <>
      {lift > 0 ? t('lifted', { day, lift }) : t('plain', { day })}
      <span className="ml-[0.8em] text-t3">{t.has(name) ? t(name) : t('name.other')}</span>
    </>
  )
}
