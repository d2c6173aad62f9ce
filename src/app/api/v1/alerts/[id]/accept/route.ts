import { door } from '#app/api/v1/door.ts'
import { acceptAlert as operation } from '#contracts/api/alerts.ts'
import { ok } from '#domain/result.ts'
import { apiAlertOf } from '#store/api-view.ts'
import { acceptAlert } from '#use-cases/accept-alert.ts'

export const dynamic = 'force-dynamic'

/** A duty post accepts for its agency. */
export const POST = door(operation, async (context, { params, body: { promise } }) => {
  const accepted = await acceptAlert(context, { alertId: params.id, promise })
  return accepted.ok ? ok(apiAlertOf(accepted.value)) : accepted
})
