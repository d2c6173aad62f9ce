import type { VerificationView } from '#contracts/track.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { maskPersonAsEmployer } from '#domain/post/mask-names.ts'
import { pointsAtSomebody } from '#domain/reply/points-at-somebody.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import {
  checkFindings,
  type Findings,
  isConclusive,
  type Verification,
} from '#domain/verification/verification.ts'
import { record } from '#store/event-log.ts'
import { incidentViewOf, numberOf } from '#store/incident-view.ts'
import { fullIncident, updateIncident } from '#store/incidents.ts'
import { insertVerification, verificationsOf, verificationViewOf } from '#store/verifications.ts'
import type { Context } from './context.ts'
import { finishPayment } from './finish-payment.ts'
import { finishStep } from './finish-step.ts'
import type { Happened } from './happened.ts'
import { lockedIncident } from './locked-incident.ts'
import { oweWaivedPayment } from './owe-payment.ts'

/** Findings as they cross the border; instants as ISO 8601. */
export type GivenFindings = Omit<Findings, 'nextTryAt'> & { incidentId: string; nextTryAt: string | null }

/**
 * 核实: says whether the claim is true, partly true, untrue, or cannot be verified yet, and what that rests on. Verifying
 * anew keeps what was said before; the last word counts, and untrue waives the payment. What will be told in public may point at nobody; evidence is masked.
 * Refusals: no_such_incident, not_your_agency, role_may_not, not_open, personal_data_in_text { found }, and whatever the
 * findings lack.
 */
export async function verifyFacts(context: Context, given: GivenFindings): Promise<Result<VerificationView>> {
  return context.db.transaction(async (tx) => {
    const held = await lockedIncident(context, tx, given.incidentId, 'verify_facts')
    if (!held.ok) return held
    const { incident, by } = held.value
    if (incident.state !== 'open') return refusal('not_open', { number: numberOf(incident) })
    const whole = checkFindings(cleaned(given), context.now)
    if (!whole.ok) return whole
    const found = pointsAtSomebody(publicWords(whole.value))
    if (found) return refusal('personal_data_in_text', { found })
    const at = { id: context.newId(), incidentId: incident.id, at: context.now, by }
    const verification = await insertVerification(tx, { ...whole.value, ...at })
    const round = (await verificationsOf(tx, incident.id)).length
    const view = verificationViewOf({ ...verification, round })
    const about = { incidentId: incident.id, route: incident.route }
    const { outcome, employer, workers, owedYuan, paidYuan } = verification
    const conclusive = isConclusive(verification)
    const verified = conclusive ? { outcome, employer, workers, owedYuan, paidYuan } : null
    await updateIncident(tx, { ...incident, verified, version: incident.version + 1 })
    const untrue = outcome === 'untrue'
    const happened: Happened = untrue ? [] : await oweWaivedPayment(context, tx, incident)
    if (conclusive) {
      const step = { incidentId: incident.id, step: 'facts_verified' as const, note: noteOf(verification) }
      const done = await finishStep(context, tx, step, by)
      if (done.ok) happened.push(...done.value.happened)
    }
    if (untrue) happened.push(...(await finishPayment(context, tx, incident, by, { waived: true })))
    const data = { incident: incidentViewOf(await fullIncident(tx, incident.id)), verification: view, by }
    const recorded = { at: context.now, actor: by }
    await record(tx, [{ ...about, name: 'verification.recorded', data }, ...happened], recorded)
    return ok(view)
  })
}

function cleaned({ incidentId: _, nextTryAt, ...given }: GivenFindings): Findings {
  return {
    ...given,
    nextTryAt: nextTryAt ? new Date(nextTryAt) : null,
    employer: given.employer && maskPersonAsEmployer(maskPersonalData(given.employer)),
    evidence: given.evidence.map((one) => ({
      ...one,
      text: maskPersonalData(one.text),
      document: one.document && maskPersonalData(one.document),
      sha256: one.sha256?.toLowerCase() ?? null,
    })),
  }
}

/** What a reply may later quote. */
function publicWords({ course, nextStep, comparisons, employer }: Findings): string {
  const lines = comparisons.flatMap(({ claimed, found, basis }) => [claimed, found, basis])
  return [course, nextStep ?? '', employer ?? '', ...lines].join('\n')
}

function noteOf({ workers, owedYuan }: Pick<Verification, 'workers' | 'owedYuan'>): string | null {
  if (workers === null && owedYuan === null) return null
  return [
    workers === null ? '' : `${workers} 人`,
    owedYuan === null ? '' : `${owedYuan.toLocaleString('zh-CN')} 元`,
  ]
    .filter(Boolean)
    .join('，')
}
