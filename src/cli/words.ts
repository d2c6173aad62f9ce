import type { Refusal } from '#domain/result.ts'
import type { Locale } from '#i18n/locale.ts'
import { translatorFor } from '#i18n/translator.ts'

/** The terminal's own language, Chinese or else English. */
export const locale: Locale = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'en'

export const words = translatorFor(locale)

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** A refusal in the reader's language; its code where no sentence is known. */
export function sentenceOf({ code, details }: Refusal): string {
  const loose = words as unknown as {
    (key: string, values: Refusal['details']): string
    has(key: string): boolean
  }
  for (const key of [`refusal.${code}`, `problem.${code}`]) if (loose.has(key)) return loose(key, details)
  return `${code} ${JSON.stringify(details)}`
}
