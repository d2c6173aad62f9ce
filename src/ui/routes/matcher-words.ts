import { useTranslations } from 'use-intl/react'
import type { AgencyView } from '#contracts/views.ts'
import type { Matcher } from '#domain/routing/route-tree.ts'
import { agencyName } from '#ui/incident/agency-names.ts'

/** A line's conditions in words: all must hold, of each any one is enough. */
export function useMatcherWords(agencies: AgencyView[]): (when: readonly Matcher[]) => string {
  const t = useTranslations('routes')
  const one = (matcher: Matcher): string => {
    switch (matcher.on) {
      case 'sector':
        return t('when.sector', { any: matcher.any.map((sector) => t(`sector.${sector}`)).join(t('or')) })
      case 'sign':
        return matcher.any.map((sign) => t(`sign.${sign}`)).join(t('or'))
      case 'place':
        return t('when.place', { any: matcher.any.map((key) => agencyName(agencies, key)).join(t('or')) })
      case 'words':
        return t('when.words', { any: matcher.any.join(t('or')) })
      case 'atLeast':
        return t(`when.${matcher.fact}`, { value: matcher.value })
    }
  }
  return (when) => (when.length === 0 ? t('always') : when.map(one).join(t('and')))
}
