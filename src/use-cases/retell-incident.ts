import { factsOfPost, type Incident, mergeFacts } from '#domain/incident/incident.ts'
import { bandsOf, signatureOf } from '#domain/incident/near-duplicate/signature.ts'
import type { Transaction } from '#store/database.ts'
import { recountHours } from '#store/incident-hours.ts'
import { rememberText, toldOf } from '#store/posts.ts'
import { gradeFollowing, routeFollowing } from './assess-incident.ts'
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
  const told: Incident = {
    ...before,
    ...facts,
    danger: before.statedFacts.danger ? [...new Set([...facts.danger, 'stated'])] : facts.danger,
    postCount: posts.length,
    sources,
    official,
    online: posts.some(({ channel }) => channel === 'online'),
    firstSeenAt: new Date(Math.min(...seen.map((at) => at.getTime()))),
    lastPostAt: new Date(Math.max(...posts.map(({ receivedAt }) => receivedAt.getTime()))),
    version: before.version + 1,
  }
  return { ...told, ...gradeFollowing(told, context.now, { mayFall: true }), ...routeFollowing(told, '') }
}

/** What is derived from an incident's posts, made anew after some came or went. */
export async function afterMove(tx: Transaction, incidentId: string): Promise<void> {
  await recountHours(tx, incidentId)
  await rememberText(tx, incidentId, (body) => bandsOf(signatureOf(body)))
}
