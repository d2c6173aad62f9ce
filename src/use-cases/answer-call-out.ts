import type { CalledPostView } from '#contracts/handling.ts'
import { answerCall, type CallOutAnswer } from '#domain/call-out/call-out.ts'
import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { calledViewOf, lockCalled, saveCalled } from '#store/call-outs.ts'
import { record } from '#store/event-log.ts'
import { handledIncident } from '#store/handled-incident.ts'
import { type Context, recordedActor } from './context.ts'

type Answer = { calledId: string; answer: CallOutAnswer; etaMinutes: number | null; note: string | null }

/**
 * 出发, 到达, 不能到: a called post answers, by any officer of its agency.
 * Refusals: no_such_call, not_your_agency, role_may_not, wrong_state { state, move }, reason_needed.
 */
export async function answerCallOut(
  context: Context,
  { calledId, answer, etaMinutes, note }: Answer,
): Promise<Result<CalledPostView>> {
  return context.db.transaction(async (tx) => {
    const called = await lockCalled(tx, calledId)
    const incident = called && (await handledIncident(tx, called.incidentId))
    if (!called || !incident) return refusal('no_such_call')
    const allowed = may(context.actor, 'answer_for_agency', { agency: called.agency })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    const words = { etaMinutes, note: note && maskPersonalData(note) }
    const answered = answerCall(called, answer, words, by, context.now)
    if (!answered.ok) return answered
    await saveCalled(tx, answered.value)
    const view = calledViewOf(answered.value)
    const route = [...new Set([...incident.route, view.agency])]
    await record(
      tx,
      [{ name: 'callout.answered', data: { called: view, by }, incidentId: incident.id, route }],
      { at: context.now, actor: by },
    )
    return ok(view)
  })
}
