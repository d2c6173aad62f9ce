import { whatFollows } from '#domain/review/verdict.ts'
import { traceOf } from '#platform/error-trace.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { incidentViewOf } from '#store/incident-view.ts'
import { findIncident, lockCorrelation, lockIncident, updateIncident } from '#store/incidents.ts'
import { expireLabels, type LabelRow, markCarriedOut, takeSettledLabel } from '#store/labels.ts'
import { markJoined, type PostRow } from '#store/posts.ts'
import { dropPost, lockPost, sourceNameOf } from '#store/review-posts.ts'
import type { Context } from './context.ts'
import { gatherCandidates, matchIncident, storyOf } from './match-incident.ts'

/** So many in one round; a backlog after a stop is worked off in the next ones. */
const roundMost = 200

/**
 * Carries out what can no longer be taken back: texts that are no claim are dropped, settled and hearsay are linked to
 * an open incident where one matches. A claim goes its own way, since it waits in its row. Labels past their time leave.
 * @returns how many were carried out.
 */
export async function carryOutJudgements(context: Context): Promise<number> {
  let done = 0
  while (done < roundMost && (await carryOutNext(context))) done += 1
  await expireLabels(context.db, context.now)
  return done
}

async function carryOutNext(context: Context): Promise<boolean> {
  try {
    return await context.db.transaction(async (tx) => {
      await lockCorrelation(tx)
      const label = await takeSettledLabel(tx, context.now)
      if (!label) return false
      await markCarriedOut(tx, label.postId, context.now)
      const post = await lockPost(tx, label.postId)
      if (post?.state === 'judged') await follow(context, tx, label, post)
      return true
    })
  } catch (error) {
    context.log.error(traceOf(error), 'a judgement could not be carried out; it will be tried again')
    return false
  }
}

async function follow(context: Context, tx: Transaction, label: LabelRow, post: PostRow): Promise<void> {
  const linked = whatFollows(label.verdict).consequence === 'link' && (await link(context, tx, label, post))
  if (!linked) await dropPost(tx, post.id)
}

/** Stands with the incident as one more report; neither its facts nor its grade follow. */
async function link(context: Context, tx: Transaction, label: LabelRow, post: PostRow): Promise<boolean> {
  const story = storyOf(post)
  const { incidentId } = matchIncident(await gatherCandidates(tx, [story], context.now), story, context.now)
  const before = incidentId && (await lockIncident(tx, incidentId))
  if (!before) return false
  const rule = label.verdict === 'settled' ? 'said_settled' : 'said_hearsay'
  await markJoined(tx, post.id, before.id, { rule, facts: {} })
  const source = await sourceNameOf(tx, post.sourceId)
  await updateIncident(tx, {
    ...before,
    postCount: before.postCount + 1,
    sources: [...new Set([...before.sources, source])],
    version: before.version + 1,
  })
  const after = await findIncident(tx, before.id)
  if (!after) throw new Error(`incident ${before.id} is not there`)
  const incident = incidentViewOf(after)
  const { route } = before
  await record(
    tx,
    [{ name: 'incident.joined', data: { incident, source, rule }, incidentId: before.id, route }],
    { at: context.now, actor: label.judgedBy },
  )
  return true
}
