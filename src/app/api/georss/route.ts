import { refusalBody } from '#i18n/refusal-body.ts'
import { contextFor } from '#use-cases/context.ts'
import { readAlertFeed } from '#use-cases/read-alert-feed.ts'

export const dynamic = 'force-dynamic'

/** Open incidents as Atom with GeoRSS points, for holders of its token. */
export async function GET(request: Request): Promise<Response> {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const read = await readAlertFeed(contextFor({ kind: 'system', name: 'georss' }), { token })
  if (!read.ok) return Response.json(refusalBody(read.refusal), { status: 401 })
  return new Response(read.value, {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'no-store' },
  })
}
