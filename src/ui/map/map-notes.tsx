'use client'

import { useTranslations } from 'use-intl/react'

/** Always printed on the map: that it is a sketch, and whose coordinates it uses. */
export function MapNotes({ attribution }: { attribution: string | null }) {
  const t = useTranslations('map')
  return (
    <p className="pointer-events-none absolute bottom-4 left-8 z-[600] flex flex-col text-wall-note leading-[1.35] text-t3 in-data-[link=cut]:text-t2">
      {attribution === null ? <span className="text-wall-age">{t('schematic')}</span> : null}
      <span>{attribution ?? t('attribution')}</span>
    </p>
  )
}
