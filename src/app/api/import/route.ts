import { z } from 'zod'
import { actorFromHeaders } from '#auth/actor.ts'
import { refusalBody } from '#i18n/refusal-body.ts'
import { readBody } from '#platform/request-body.ts'
import { hotlineMapping, maxTableBytes } from '#sources/hotline-table.ts'
import { contextFor } from '#use-cases/context.ts'
import { importHotlineTable } from '#use-cases/import-hotline-table.ts'

const settings = z.object({ sender: z.string().trim().min(1).max(100), mapping: hotlineMapping })

/**
 * Takes in a hotline export. Body: the file itself; the header `x-anxin-import` holds
 * `{ sender, mapping }` as percent-encoded JSON.
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorFromHeaders(request.headers)
  if (!actor) return refuse(401, 'not_signed_in')
  const parsed = settings.safeParse(readSettings(request.headers.get('x-anxin-import')))
  if (!parsed.success)
    return refuse(422, 'bad_mapping', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
  const bytes = await readBody(request, maxTableBytes)
  if (!bytes) return refuse(413, 'too_large', { limitBytes: maxTableBytes })
  const imported = await importHotlineTable(contextFor(actor), { ...parsed.data, bytes })
  if (!imported.ok) {
    const { code, details } = imported.refusal
    return refuse(code === 'role_may_not' ? 403 : 422, code, details)
  }
  return Response.json(imported.value)
}

function readSettings(header: string | null): unknown {
  try {
    return JSON.parse(decodeURIComponent(header ?? ''))
  } catch {
    return null
  }
}

function refuse(status: number, code: string, details: Record<string, string | number> = {}): Response {
  return Response.json(refusalBody({ code, details }), { status })
}
