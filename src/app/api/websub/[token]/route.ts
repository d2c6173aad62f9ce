import { refusalBody } from '#i18n/refusal-body.ts'
import { readBody } from '#platform/request-body.ts'
import { answerHub } from '#use-cases/answer-hub.ts'
import { contextFor } from '#use-cases/context.ts'
import { takeWebsubPush } from '#use-cases/take-websub-push.ts'

type Params = { params: Promise<{ token: string }> }

/** As large as a feed may be. */
const bodyMaxBytes = 10 * 1024 * 1024

const hubContext = () => contextFor({ kind: 'system', name: 'websub' })

/** A hub asks whether the subscription is ours: the challenge, or 404. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const asked = (name: string) => searchParams.get(`hub.${name}`)?.slice(0, 2_000) ?? null
  const answer = await answerHub(hubContext(), {
    token: (await params).token,
    mode: asked('mode'),
    topic: asked('topic'),
    challenge: asked('challenge'),
    leaseSeconds: asked('lease_seconds'),
    reason: asked('reason'),
  })
  if (!answer.ok) return refuse(answer.refusal.code, 404)
  // Whatever the challenge is, no browser takes it for a page.
  return new Response(answer.value, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  })
}

/**
 * A hub pushes what is new. A wrong signature is answered as a right one and ignored, as the recommendation has it;
 * 410 ends a subscription we no longer want.
 */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const body = await readBody(request, bodyMaxBytes)
  if (!body) return refuse('too_large', 413)
  const answer = await takeWebsubPush(hubContext(), {
    token: (await params).token,
    signature: request.headers.get('x-hub-signature'),
    contentType: request.headers.get('content-type'),
    body,
  })
  if (!answer.ok && answer.refusal.code === 'no_such_subscription') return refuse(answer.refusal.code, 410)
  return new Response(null, { status: 202 })
}

function refuse(code: string, status: number): Response {
  return Response.json(refusalBody({ code, details: { limitBytes: bodyMaxBytes } }), { status })
}
