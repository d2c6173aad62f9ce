import { defaultLocale, isLocale, type Locale } from './locale.ts'

/** The language a program asks for (RFC 9110 §12.5.4); Chinese when it names none we speak. */
export function acceptedLocale(header: string | null): Locale {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean)
      return { language: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ language, weight }) => isLocale(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  const [best] = wanted
  return best && isLocale(best.language) ? best.language : defaultLocale
}
