import { compareGrades } from '#domain/grading/grade.ts'
import { factsOfPost, type Incident, mergeFacts } from '#domain/incident/incident.ts'
import { bandsOf, signatureOf } from '#domain/incident/near-duplicate/signature.ts'
import type { Transaction } from '#store/database.ts'
import { recountHours } from '#store/incident-hours.ts'
import { rememberText, toldOf } from '#store/posts.ts'
import { gradeOf, routeOf } from './assess-incident.ts'
import type { Context } from './context.ts'

/**
 * The incident as its present posts tell it, after some came or went; who was told stays told.
 * Changes its hours and remembered texts, not the incident itself.
 */
export async function retellIncident(context: Context, tx: Transaction, before: Incident): Promise<Incident> {
  const posts = await toldOf(tx, before.id)
  const [first] = posts
  if (!first) throw new Error(`incident ${before.id} has no post left`)
  await afterMove(tx, before.id)
  const facts = posts.map((post) => factsOfPost(post.facts)).reduce(mergeFacts)
  const sources = [...new Set(posts.map(({ sourceName }) => sourceName))]
  const official = posts.some(({ channel }) => channel !== 'online')
  const seen = posts.map(({ publishedAt, receivedAt }) =>
    publishedAt && publishedAt < receivedAt ? publishedAt : receivedAt,
  )
  const { grade, reason } = gradeOf(facts, { now: context.now, sources: sources.length, official })
  return {
    ...before,
    ...facts,
    grade,
    gradeReason: compareGrades(grade, before.grade) === 0 ? before.gradeReason : reason,
    postCount: posts.length,
    sources,
    official,
    online: posts.some(({ channel }) => channel === 'online'),
    route: [...new Set([...before.route, ...routeOf(facts)])],
    firstSeenAt: new Date(Math.min(...seen.map((at) => at.getTime()))),
    lastPostAt: new Date(Math.max(...posts.map(({ receivedAt }) => receivedAt.getTime()))),
    version: before.version + 1,
  }
}

/** What is derived from an incident's posts, made anew after some came or went. */
export async function afterMove(tx: Transaction, incidentId: string): Promise<void> {
  await recountHours(tx, incidentId)
  await rememberText(tx, incidentId, (body) => bandsOf(signatureOf(body)))
}
