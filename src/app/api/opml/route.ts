import { actorFromHeaders } from '#auth/actor.ts'
import type { Refusal } from '#domain/result.ts'
import { refusalBody } from '#i18n/refusal-body.ts'
import { readBody } from '#platform/request-body.ts'
import { maxOpmlBytes } from '#sources/opml.ts'
import { contextFor } from '#use-cases/context.ts'
import { exportOpml } from '#use-cases/export-opml.ts'
import { importOpml } from '#use-cases/import-opml.ts'

export const dynamic = 'force-dynamic'

/** All feeds as an OPML file. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromHeaders(request.headers)
  if (!actor) return refuse({ code: 'not_signed_in', details: {} })
  const written = await exportOpml(contextFor(actor))
  if (!written.ok) return refuse(written.refusal)
  return new Response(written.value.opml, {
    headers: {
      'content-type': 'text/x-opml; charset=utf-8',
      'content-disposition': 'attachment; filename="anxin.opml"',
      'cache-control': 'no-store',
    },
  })
}

/** Adds the feeds of an OPML file. Body: the file itself. */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorFromHeaders(request.headers)
  if (!actor) return refuse({ code: 'not_signed_in', details: {} })
  const bytes = await readBody(request, maxOpmlBytes)
  if (!bytes) return refuse({ code: 'too_large', details: { limitBytes: maxOpmlBytes } })
  const imported = await importOpml(contextFor(actor), bytes)
  return imported.ok ? Response.json(imported.value) : refuse(imported.refusal)
}

const statusOf: Record<string, number> = { not_signed_in: 401, role_may_not: 403, too_large: 413 }

function refuse(refused: Refusal): Response {
  return Response.json(refusalBody(refused), { status: statusOf[refused.code] ?? 422 })
}
