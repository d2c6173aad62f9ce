import type { Refusal } from '#domain/result.ts'
import { translatorFor } from './translator.ts'

/** A refusal as a machine gets it: the code to act on, and one sentence in each language to read. */
export function refusalBody(refused: Refusal): { error: Told } {
  return { error: inBothLanguages('refusal', refused) }
}

/** What was odd with something that was taken all the same. */
export function problemBody(problem: Refusal): Told {
  return inBothLanguages('problem', problem)
}

type Told = { code: string; details: Refusal['details']; zh: string; en: string }

function inBothLanguages(section: 'refusal' | 'problem', { code, details }: Refusal): Told {
  const told = (locale: 'zh' | 'en') => sentence(locale, section, { code, details })
  return { code, details, zh: told('zh'), en: told('en') }
}

function sentence(locale: 'zh' | 'en', section: string, { code, details }: Refusal): string {
  const translate = translatorFor(locale) as unknown as {
    (key: string, values: Refusal['details']): string
    has(key: string): boolean
  }
  const key = `${section}.${code}`
  return translate.has(key) ? translate(key, details) : code
}
