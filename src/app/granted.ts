import { notFound, redirect } from 'next/navigation'
import type { Result } from '#domain/result.ts'

/**
 * What a page asked for. Whoever is no longer signed in goes to the log-in page, whoever may not see it finds
 * nothing; everything else is a failure for the error page – sent to the log-in page it would come back for ever.
 */
export function granted<Value>(answer: Result<Value>): Value {
  if (answer.ok) return answer.value
  const { code } = answer.refusal
  if (code === 'not_signed_in') redirect('/login')
  if (code === 'role_may_not') notFound()
  throw new Error(`the page was refused: ${code}`)
}
