import type { ApiProblem } from '#contracts/api/problem.ts'
import type { Refusal } from '#domain/result.ts'
import type { Locale } from './locale.ts'
import { translatorFor } from './translator.ts'

/** A refusal as an answer of the API: RFC 9457, in one language. */
export function problemDocument({ code, details }: Refusal, status: number, locale: Locale): ApiProblem {
  const say = translatorFor(locale) as unknown as {
    (key: string, values?: Refusal['details']): string
    has(key: string): boolean
  }
  const told = say.has(`refusal.${code}`) ? say(`refusal.${code}`, details) : code
  return {
    type: `/docs/api#${code}`,
    title: say(`api.status.${status}`),
    status,
    detail: told,
    code,
    details,
  }
}
