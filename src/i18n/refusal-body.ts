import type { Refusal } from '#domain/result.ts'
import { translatorFor } from './translator.ts'

/** A refusal as a machine gets it: the code to act on, and one sentence in each language to read. */
export function refusalBody({ code, details }: Refusal): {
  error: { code: string; details: Refusal['details']; zh: string; en: string }
} {
  return { error: { code, details, zh: sentence('zh', code, details), en: sentence('en', code, details) } }
}

function sentence(locale: 'zh' | 'en', code: string, details: Refusal['details']): string {
  const translate = translatorFor(locale) as unknown as {
    (key: string, values: Refusal['details']): string
    has(key: string): boolean
  }
  const key = `refusal.${code}`
  return translate.has(key) ? translate(key, details) : code
}
