import { hourOf } from '#domain/clock/shanghai.ts'
import type { Decided, Heard, HeldIncident } from '#store/held-incidents.ts'
import type { FullIncident } from '#store/incidents.ts'
import type { WaitingPost } from '#store/posts.ts'
import type { Happened } from './happened.ts'
import { joinPost } from './join-post.ts'
import type { Placed } from './place-posts.ts'

type Followed = { before: FullIncident | null; after: FullIncident; heard: Heard }

/** The incidents after the posts placed with them, one post after the other, and what is to be told. Writes nothing. */
export function followPosts(
  placed: Placed[],
  held: HeldIncident[],
): { decided: Decided; happened: Happened } {
  const followed = new Map<string, Followed>(
    held.map(({ incident, heard }) => [incident.id, { before: incident, after: incident, heard }]),
  )
  const happened = placed.flatMap((one) =>
    followPost(followed, one).map((event) => ({ ...event, at: one.context.now })),
  )
  const posts = placed.map(({ post, incidentId, reason, bands }) => ({
    id: post.id,
    receivedAt: post.receivedAt,
    incidentId,
    joinReason: reason,
    bands,
  }))
  return { decided: { incidents: [...followed.values()], posts }, happened }
}

function followPost(followed: Map<string, Followed>, { context, ...placed }: Placed): Happened {
  const { post, story, incidentId, reason, bands, opened } = placed
  if (opened) {
    const heard = heardAlso({ hours: new Map(), platforms: new Map() }, post)
    followed.set(incidentId, { before: null, after: opened.incident, heard })
    return opened.happened
  }
  const one = followed.get(incidentId)
  if (!one) throw new Error(`incident ${incidentId} left while a post joined it`)
  const heard = heardAlso(one.heard, post)
  const { incident, happened } = joinPost(context, one.after, {
    post,
    facts: story.facts,
    reason,
    isNews: bands !== null,
    heard,
  })
  followed.set(incidentId, { ...one, after: incident, heard })
  return happened
}

function heardAlso({ hours, platforms }: Heard, { receivedAt, channel, sourceName }: WaitingPost): Heard {
  const hour = hourOf(receivedAt).getTime()
  const latest = platforms.get(sourceName)
  const isLater = channel === 'online' && !(latest && latest > receivedAt)
  return {
    hours: new Map(hours).set(hour, (hours.get(hour) ?? 0) + 1),
    platforms: isLater ? new Map(platforms).set(sourceName, receivedAt) : platforms,
  }
}
