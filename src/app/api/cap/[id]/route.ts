import { refusalBody } from '#i18n/refusal-body.ts'
import { contextFor } from '#use-cases/context.ts'
import { readCap } from '#use-cases/read-alert-feed.ts'

export const dynamic = 'force-dynamic'

/** One incident as CAP 1.2, for holders of the feed's token. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const context = contextFor({ kind: 'system', name: 'cap' })
  const read = await readCap(context, { token, incidentId: (await params).id })
  if (!read.ok) {
    return Response.json(refusalBody(read.refusal), {
      status: read.refusal.code === 'feed_token_wrong' ? 401 : 404,
    })
  }
  return new Response(read.value, {
    headers: { 'content-type': 'application/cap+xml; charset=utf-8', 'cache-control': 'no-store' },
  })
}
