import { problemBody, refusalBody } from '#i18n/refusal-body.ts'
import { readBody } from '#platform/request-body.ts'
import { contextFor } from '#use-cases/context.ts'
import { receiveVendorPosts } from '#use-cases/receive-vendor-posts.ts'

/** 500 posts of some thousand letters each; whoever writes longer ones sends smaller batches. */
const bodyMaxBytes = 4 * 1024 * 1024

const statusOf: Record<string, number> = { not_json: 400, not_understood: 422, too_large: 413 }

/** A signed batch of a data vendor: 202 with its receipt, 200 with the same receipt when it comes again. */
export async function POST(request: Request): Promise<Response> {
  const { headers } = request
  const body = await readBody(request, bodyMaxBytes)
  if (!body) return refuse('too_large', { limitBytes: bodyMaxBytes })
  const answer = await receiveVendorPosts(contextFor({ kind: 'system', name: 'vendor' }), {
    key: headers.get('x-anxin-key'),
    timestamp: headers.get('x-anxin-timestamp'),
    signature: headers.get('x-anxin-signature'),
    body,
  })
  if (!answer.ok) return refuse(answer.refusal.code, answer.refusal.details)
  const { isNew, warnings, ...told } = answer.value
  return Response.json({ ...told, warnings: warnings.map(problemBody) }, { status: isNew ? 202 : 200 })
}

function refuse(code: string, details: Record<string, string | number>): Response {
  return Response.json(refusalBody({ code, details }), { status: statusOf[code] ?? 401 })
}
