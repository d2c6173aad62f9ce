import { door } from '#app/api/v1/door.ts'
import { recordStep as operation } from '#contracts/api/incidents.ts'
import { ok } from '#domain/result.ts'
import { apiStepOf } from '#store/api-view.ts'
import { recordStep } from '#use-cases/record-step.ts'

export const dynamic = 'force-dynamic'

/** A duty post says that a step is done. */
export const POST = door(operation, async (context, { params, body: { step, note } }) => {
  const done = await recordStep(context, { incidentId: params.id, step, note })
  return done.ok ? ok(apiStepOf(done.value)) : done
})
