import { readBody } from '#platform/request-body.ts'
import { answerByLink } from '#use-cases/answer-by-link.ts'
import { contextFor } from '#use-cases/context.ts'

const bodyMaxBytes = 4_096

/** The button on the page behind a link; whatever comes of it is shown there. A mere look never gets here. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params
  const body = await readBody(request, bodyMaxBytes)
  const asked = new URLSearchParams(body?.toString('utf8') ?? '')
  const verb = asked.get('verb') === 'escalate' ? 'escalate' : 'accept'
  const answer = await answerByLink(contextFor({ kind: 'system', name: 'page-link' }), { token, verb })
  const told = answer.ok ? `done=${answer.value.done}` : `no=${answer.refusal.code}`
  const back = `/p/${encodeURIComponent(token)}?${told}`
  return new Response(null, { status: 303, headers: { location: back, 'cache-control': 'no-store' } })
}
