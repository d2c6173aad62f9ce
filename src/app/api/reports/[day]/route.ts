import { actorFromHeaders } from '#auth/actor.ts'
import { readReportInput } from '#contracts/report.ts'
import type { Refusal } from '#domain/result.ts'
import { isLocale } from '#i18n/locale.ts'
import { refusalBody } from '#i18n/refusal-body.ts'
import { contextFor } from '#use-cases/context.ts'
import { exportReport } from '#use-cases/export-report.ts'

export const dynamic = 'force-dynamic'

/** The figures of one day's report as CSV: `?edition=2&locale=en`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ day: string }> },
): Promise<Response> {
  const actor = await actorFromHeaders(request.headers)
  if (!actor) return refuse({ code: 'not_signed_in', details: {} })
  const { searchParams } = new URL(request.url)
  const edition = searchParams.get('edition')
  const asked = readReportInput.safeParse({
    day: (await params).day,
    ...(edition !== null && { edition: Number(edition) }),
  })
  if (!asked.success) return refuse({ code: 'not_understood', details: { field: 'day' } })
  const locale = searchParams.get('locale')
  const written = await exportReport(contextFor(actor), {
    ...asked.data,
    locale: isLocale(locale) ? locale : 'zh',
  })
  if (!written.ok) return refuse(written.refusal)
  return new Response(written.value.csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="anxin-${asked.data.day}.csv"`,
      'cache-control': 'no-store',
    },
  })
}

const statusOf: Record<string, number> = { not_signed_in: 401, role_may_not: 403, no_such_report: 404 }

function refuse(refused: Refusal): Response {
  return Response.json(refusalBody(refused), { status: statusOf[refused.code] ?? 422 })
}
