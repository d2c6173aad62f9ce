export const locales = ['zh', 'en'] as const
export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'zh'
export const localeCookie = 'anxin-locale'
/** Every clock on every screen and in every text is read in this zone. */
export const timeZone = 'Asia/Shanghai'

/** Narrows a cookie, a header or an argument to a language we speak. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}
