import { cookies } from 'next/headers'
import { actorFromHeaders } from '#auth/actor.ts'
import { registerFilters } from '#contracts/register.ts'
import type { Refusal } from '#domain/result.ts'
import { defaultLocale, isLocale, localeCookie } from '#i18n/locale.ts'
import { refusalBody } from '#i18n/refusal-body.ts'
import { listAgencies } from '#store/agencies.ts'
import { contextFor } from '#use-cases/context.ts'
import { exportRegister } from '#use-cases/export-register.ts'
import { writeRegister } from './write-register.ts'

export const dynamic = 'force-dynamic'

/** The register as it is filtered in the address, as a file for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromHeaders(request.headers)
  if (!actor) return refuse({ code: 'not_signed_in', details: {} })
  const context = contextFor(actor)
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const exported = await exportRegister(context, registerFilters.parse(asked))
  if (!exported.ok) return refuse(exported.refusal)
  const chosen = (await cookies()).get(localeCookie)?.value
  const locale = isLocale(chosen) ? chosen : defaultLocale
  const file = writeRegister(exported.value, await listAgencies(context.db), locale)
  const day = context.now.toISOString().slice(0, 10)
  return new Response(file, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="incidents-${day}.csv"`,
      'cache-control': 'no-store',
    },
  })
}

function refuse(refused: Refusal): Response {
  return Response.json(refusalBody(refused), { status: refused.code === 'not_signed_in' ? 401 : 403 })
}
