import type { ReplyView } from '#contracts/track.ts'
import { maskPersonalData } from '#domain/post/mask.ts'
import { mayAnswerClaimant, type Reply, stepOfReply } from '#domain/reply/reply.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { releasesOf } from '#store/releases.ts'
import { replyViewOf, saveReply } from '#store/replies.ts'
import type { Context } from './context.ts'
import { finishStep } from './finish-step.ts'
import type { Happened } from './happened.ts'
import { factsStand, type HeldReply, holdReply } from './hold-reply.ts'
import { toldOfReply } from './tell-reply.ts'

type Placed = { place: string; url: string | null; publishedAt: string }
type Asked = { replyId: string; version: number } & Placed

/**
 * Records that a signed text came before the public: where, under which address, when. It finishes the online track's
 * step. Refusals: no_such_reply, not_your_agency, role_may_not, stale_version, not_signed_yet, in_the_future,
 * no_verified_fact, facts_changed_since.
 */
export async function publishReply(context: Context, asked: Asked): Promise<Result<ReplyView>> {
  return context.db.transaction(async (tx) => {
    const held = await holdReply(context, tx, asked)
    if (!held.ok) return held
    if (held.value.reply.state !== 'signed') return refusal('not_signed_yet')
    return letOut(context, tx, held.value, asked, 'published')
  })
}

/**
 * Records an answer that was given through a hotline or a petition: it is not put before the public and needs no second
 * hand, but no answer without a verified fact. Where the claim was public too it finishes no step: the public waits for
 * a signed text. Refusals: as for publishing, and not_a_draft, not_by_hotline, clarified_in_public.
 */
export async function recordAnswer(context: Context, asked: Omit<Asked, 'url'>): Promise<Result<ReplyView>> {
  return context.db.transaction(async (tx) => {
    const held = await holdReply(context, tx, asked)
    if (!held.ok) return held
    const { reply, incident } = held.value
    if (reply.state !== 'draft') return refusal('not_a_draft')
    const free = mayAnswerClaimant(reply.kind, incident)
    if (!free.ok) return free
    return letOut(context, tx, held.value, { ...asked, url: null }, 'answered')
  })
}

async function letOut(
  context: Context,
  tx: Transaction,
  { reply, incident, by }: HeldReply,
  { place, url, publishedAt }: Placed,
  state: 'published' | 'answered',
): Promise<Result<ReplyView>> {
  const at = new Date(publishedAt)
  if (at > context.now) return refusal('in_the_future')
  const stands = await factsStand(context, tx, { reply, incident })
  if (!stands.ok) return stands
  const out: Reply = {
    ...reply,
    ...{ state, url, publishedAt: at, recordedBy: by },
    place: maskPersonalData(place),
    version: reply.version + 1,
  }
  await saveReply(tx, out)
  const heard = state === 'published' || !incident.online
  const steps = heard ? (['first_response', stepOfReply(reply.kind)] as const) : []
  const happened: Happened = []
  for (const step of new Set(steps)) {
    const done = await finishStep(context, tx, { incidentId: incident.id, step, note: out.place }, by)
    if (done.ok) happened.push(...done.value.happened)
  }
  const told = toldOfReply(`reply.${state}`, out, { route: incident.route, by })
  await record(tx, [...happened, told], { at: context.now, actor: by })
  return ok(replyViewOf(out, await releasesOf(tx, reply.incidentId, ['public_reply'])))
}
