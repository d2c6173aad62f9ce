import type { Locale } from './locale.ts'
import { translatorFor } from './translator.ts'

/** Words of the API's document, by their key under `api`. */
export function apiWords(locale: Locale): (key: string) => string {
  const say = translatorFor(locale) as unknown as (key: string) => string
  return (key) => say(`api.${key}`)
}
