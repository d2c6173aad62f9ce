import type { SupervisionView } from '#contracts/handling.ts'
import type { GivenDeadline } from '#contracts/tasks.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { may } from '#domain/permission.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { openSupervision as open } from '#domain/supervision/supervision.ts'
import { listAgencies } from '#store/agencies.ts'
import { nextNumber } from '#store/document-numbers.ts'
import { handledIncident } from '#store/handled-incident.ts'
import { lockSupervision } from '#store/supervisions.ts'
import { type Context, recordedActor } from './context.ts'
import { givenTerm } from './given-term.ts'
import { saveSupervised } from './save-supervised.ts'

type Opened = GivenDeadline & { supervisionId: string; version: number; unit: string; requirement: string }

/**
 * 挂牌: the proposed case gets its number, a unit that must reply, what is required and by when.
 * Refusals: no_such_supervision, not_your_agency, role_may_not, unknown_agency, not_understood { field },
 * wrong_state, stale_version, due_in_past.
 */
export async function openSupervision(context: Context, asked: Opened): Promise<Result<SupervisionView>> {
  const { now } = context
  return context.db.transaction(async (tx) => {
    const supervision = await lockSupervision(tx, asked.supervisionId)
    const incident = supervision && (await handledIncident(tx, supervision.incidentId))
    if (!supervision || !incident) return refusal('no_such_supervision')
    const allowed = may(context.actor, 'supervise', { route: incident.route })
    if (!allowed.ok) return allowed
    const by = recordedActor(context)
    if (!by) return refusal('role_may_not')
    const agencies = await listAgencies(tx)
    if (!agencies.some(({ key }) => key === asked.unit)) {
      return refusal('unknown_agency', { agency: asked.unit })
    }
    const term = givenTerm(asked, now)
    if (!term) return refusal('not_understood', { field: 'dueAt' })
    const order = {
      ...(await nextNumber(tx, 'supervision', Number(shanghaiDay(now).slice(0, 4)))),
      unit: asked.unit,
      requirement: maskPersonalData(asked.requirement),
      ...term,
    }
    const opened = open(supervision, asked.version, order, by, now)
    if (!opened.ok) return opened
    return ok(await saveSupervised(context, tx, incident, 'supervision.opened', opened.value))
  })
}
