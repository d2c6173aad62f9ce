import { commonRefusals, idempotencyRefusals, type Operation } from '#contracts/api/operation.ts'
import type { Refusal } from '#domain/result.ts'
import type { Locale } from '#i18n/locale.ts'
import { problemDocument } from '#i18n/problem-document.ts'

/** What an operation answers with: its status and the JSON behind it, null for none. */
export type Answered = { status: number; body: unknown }

/** The status the operation's contract gives this code. */
export function statusOf({ refusals }: Operation, code: string): number {
  for (const listed of [refusals, commonRefusals, idempotencyRefusals]) {
    for (const [status, codes] of Object.entries(listed)) if (codes.includes(code)) return Number(status)
  }
  // Not in the contract: somebody may not, or the rule behind it has learnt a new no.
  return code === 'role_may_not' || code === 'not_your_agency' ? 403 : 422
}

export function problem(operation: Operation, refused: Refusal, locale: Locale): Answered {
  const status = statusOf(operation, refused.code)
  return { status, body: problemDocument(refused, status, locale) }
}

export function responseOf({ status, body }: Answered, more: Record<string, string> = {}): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  const headers = { 'cache-control': 'no-store', vary: 'authorization, accept-language', ...more }
  if (body === null) return new Response(null, { status, headers })
  return new Response(JSON.stringify(body), { status, headers: { ...headers, 'content-type': type } })
}
