import { problemBody, refusalBody } from '#i18n/refusal-body.ts'
import { readBody } from '#platform/request-body.ts'
import { answerHotlineRequest } from '#use-cases/answer-hotline-request.ts'
import { contextFor } from '#use-cases/context.ts'

/** 20,000 letters, six bytes each where the sender escapes them, and room for the other fields. */
const bodyMaxBytes = 256 * 1024

const statusOf: Record<string, number> = { not_json: 400, not_understood: 422, too_large: 413 }

/** A signed hotline call: 202 with its receipt, 200 with the same receipt when it comes again. */
export async function POST(request: Request): Promise<Response> {
  const { headers } = request
  const body = await readBody(request, bodyMaxBytes)
  if (!body) return refuse('too_large', { limitBytes: bodyMaxBytes })
  const answer = await answerHotlineRequest(contextFor({ kind: 'system', name: 'hotline' }), {
    key: headers.get('x-anxin-key'),
    timestamp: headers.get('x-anxin-timestamp'),
    signature: headers.get('x-anxin-signature'),
    body,
  })
  if (!answer.ok) return refuse(answer.refusal.code, answer.refusal.details)
  const { receipt, isNew, warnings } = answer.value
  const told = warnings.length > 0 ? { receipt, warnings: warnings.map(problemBody) } : { receipt }
  return Response.json(told, { status: isNew ? 202 : 200 })
}

function refuse(code: string, details: Record<string, string | number>): Response {
  return Response.json(refusalBody({ code, details }), { status: statusOf[code] ?? 401 })
}
