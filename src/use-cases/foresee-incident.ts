import type { Foresight } from '#contracts/review.ts'
import { acceptanceDue } from '#domain/clock/limits.ts'
import { factsOfPost } from '#domain/incident/incident.ts'
import type { PostRow } from '#store/posts.ts'
import { gradeOf, routeOf } from './assess-incident.ts'

/** What a post would bring about by itself, were it a claim; told before anybody presses. */
export function foreseeIncident(
  post: Pick<PostRow, 'facts' | 'channel' | 'body'>,
  now: Date,
): Omit<Foresight, 'joins'> {
  const facts = factsOfPost(post.facts)
  const online = post.channel === 'online'
  const { grade, reason } = gradeOf(facts, { now, sources: 1, official: !online })
  return {
    grade,
    gradeReason: reason,
    route: routeOf(facts, { online, text: post.body }).map(({ agency }) => agency),
    acceptSeconds: acceptanceDue(grade, now).limitSeconds,
  }
}
