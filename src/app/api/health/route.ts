import { checkHealth } from '#use-cases/check-health.ts'
import { contextFor } from '#use-cases/context.ts'

export const dynamic = 'force-dynamic'

/** 200 when every part is well, else 503; either way it says which part is not. */
export async function GET(): Promise<Response> {
  const health = await checkHealth(contextFor({ kind: 'system', name: 'health' }))
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
