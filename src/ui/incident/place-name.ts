import { useTranslations } from 'use-intl/react'
import type { AgencyView, PlaceView } from '#contracts/views.ts'

/** 濮院镇; a zone by its territory's short name (经开区), since its official one fills a line; 未定位 without a place. */
export function usePlaceName(agencies: AgencyView[]): (place: PlaceView | null) => string {
  const nowhere = useTranslations('incident')('nowhere')
  return (place) => {
    if (!place) return nowhere
    const territory = agencies.find(({ key }) => key === place.territory)
    return place.level === 'zone' && territory ? territory.short : place.name
  }
}
