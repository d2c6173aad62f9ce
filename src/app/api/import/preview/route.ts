import { actorFromHeaders } from '#auth/actor.ts'
import { may } from '#domain/permission.ts'
import { refusalBody } from '#i18n/refusal-body.ts'
import { readBody } from '#platform/request-body.ts'
import { maxCsvBytes, previewHotlineCsv } from '#sources/hotline-csv.ts'

/** Shows what an export holds before anything is taken in; nothing is stored. Body: the file itself. */
export async function POST(request: Request): Promise<Response> {
  const allowed = may(await actorFromHeaders(request.headers), 'import_posts')
  if (!allowed.ok) {
    const status = allowed.refusal.code === 'not_signed_in' ? 401 : 403
    return Response.json(refusalBody(allowed.refusal), { status })
  }
  const bytes = await readBody(request, maxCsvBytes)
  if (!bytes) {
    const details = { limitBytes: maxCsvBytes }
    return Response.json(refusalBody({ code: 'too_large', details }), { status: 413 })
  }
  const preview = previewHotlineCsv(bytes)
  if (!preview.ok) return Response.json(refusalBody(preview.refusal), { status: 422 })
  return Response.json(preview.value)
}
