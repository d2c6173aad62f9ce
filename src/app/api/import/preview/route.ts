import { actorFromHeaders } from '#auth/actor.ts'
import { may } from '#domain/permission.ts'
import { refusalBody } from '#i18n/refusal-body.ts'
import { readBody } from '#platform/request-body.ts'
import { maxTableBytes } from '#sources/hotline-table.ts'
import { contextFor } from '#use-cases/context.ts'
import { previewImport } from '#use-cases/preview-import.ts'

/** Shows what an export holds before anything is taken in; nothing is stored. Body: the file itself. */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorFromHeaders(request.headers)
  const allowed = may(actor, 'import_posts')
  if (!actor || !allowed.ok) {
    const refused = allowed.ok ? { code: 'not_signed_in', details: {} } : allowed.refusal
    return Response.json(refusalBody(refused), { status: refused.code === 'not_signed_in' ? 401 : 403 })
  }
  const bytes = await readBody(request, maxTableBytes)
  if (!bytes) {
    const details = { limitBytes: maxTableBytes }
    return Response.json(refusalBody({ code: 'too_large', details }), { status: 413 })
  }
  const preview = await previewImport(contextFor(actor), bytes)
  if (!preview.ok) return Response.json(refusalBody(preview.refusal), { status: 422 })
  return Response.json(preview.value)
}
