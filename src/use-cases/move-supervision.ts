import type { SupervisionView } from '#contracts/handling.ts'
import type { GivenDeadline } from '#contracts/tasks.ts'
import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { moveSupervision as move } from '#domain/supervision/supervision.ts'
import { handledIncident } from '#store/handled-incident.ts'
import { lockSupervision } from '#store/supervisions.ts'
import { type Context, recordedActor } from './context.ts'
import { givenTerm } from './given-term.ts'
import { saveSupervised } from './save-supervised.ts'

export type MovedSupervision = GivenDeadline & {
  supervisionId: string
  version: number
  move: 'dismiss' | 'reply' | 'return' | 'pass'
  note: string | null
}

const eventOf = {
  dismiss: 'supervision.dismissed',
  reply: 'supervision.replied',
  return: 'supervision.returned',
  pass: 'supervision.passed',
} as const

/**
 * 不予督办, 回复, 核查退回, 核查通过: one move of a supervised case; the unit replies, the office or a leader checks.
 * Refusals: no_such_supervision, not_your_agency, role_may_not, wrong_state, stale_version, reason_needed, due_in_past.
 */
export async function moveSupervision(
  context: Context,
  moved: MovedSupervision,
): Promise<Result<SupervisionView>> {
  return context.db.transaction(async (tx) => {
    const supervision = await lockSupervision(tx, moved.supervisionId)
    const incident = supervision && (await handledIncident(tx, supervision.incidentId))
    if (!supervision || !incident) return refusal('no_such_supervision')
    const allowed =
      moved.move === 'reply'
        ? may(context.actor, 'answer_for_agency', { agency: supervision.unit ?? '' })
        : may(context.actor, 'supervise', { route: incident.route })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    const words = {
      note: moved.note && maskPersonalData(moved.note),
      term: givenTerm(moved, context.now),
    }
    const after = move(supervision, moved.move, moved.version, words, by, context.now)
    if (!after.ok) return after
    return ok(await saveSupervised(context, tx, incident, eventOf[moved.move], after.value))
  })
}
