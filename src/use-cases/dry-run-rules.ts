import type { DryRunView } from '#contracts/rules.ts'
import { may } from '#domain/permission.ts'
import type { PostReading } from '#domain/post/post.ts'
import { readPost } from '#domain/post/read-post.ts'
import type { ReadingTables } from '#domain/post/reading-tables.ts'
import { ok, type Result } from '#domain/result.ts'
import type { RuleEdition } from '#domain/review/rule-edition.ts'
import type { PostRow } from '#store/posts.ts'
import { readingTables } from '#store/reading-tables.ts'
import { keptPostsSince } from '#store/review-posts.ts'
import type { Context } from './context.ts'
import { editionTables } from './edition-tables.ts'

const days = 90
/** Read in one run; it takes some seconds, and the newest tell most. */
const postsMost = 5_000
const examplesMost = 20
/** Read between two breaths of the process. */
const batch = 100
const warmUp = 100

/** What an unsaved edition would change on the kept posts of the last ninety days; nothing is saved. */
export async function dryRunRules(
  context: Context,
  { edition }: { edition: RuleEdition },
): Promise<Result<DryRunView>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  const tables = await editionTables(context.db, edition)
  if (!tables.ok) return tables
  const since = new Date(context.now.getTime() - days * 86_400_000)
  const kept = await keptPostsSince(context.db, since, postsMost + 1)
  const posts = kept.slice(0, postsMost)
  const before = await readAll(posts, readingTables())
  const after = await readAll(posts, tables.value)
  const mayRead = may(context.actor, 'review_posts').ok
  const changes = posts.flatMap((post, at) => changeOf(post, before.flags[at], after.flags[at], mayRead))
  const gained = changes.filter(({ kind }) => kind === 'new')
  const lost = changes.filter(({ kind }) => kind === 'lost')
  return ok({
    posts: posts.length,
    days,
    cut: kept.length > postsMost,
    newHits: gained.length,
    lostHits: lost.length,
    otherChanges: changes.length - gained.length - lost.length,
    microsecondsBefore: before.microseconds,
    microsecondsAfter: after.microseconds,
    examples: [...lost, ...gained, ...changes.filter(({ kind }) => kind === 'other')]
      .slice(0, examplesMost)
      .map(({ example }) => example),
  })
}

type Judged = Pick<PostReading['flag'], 'flagged' | 'label'>

async function readAll(
  posts: PostRow[],
  tables: ReadingTables,
): Promise<{ flags: Judged[]; microseconds: number }> {
  const flags: Judged[] = []
  let milliseconds = 0
  // Code runs slowly the first times; what a post costs is measured after that.
  for (const post of posts.slice(0, warmUp)) read(post, tables)
  for (let at = 0; at < posts.length; at += batch) {
    const began = performance.now()
    for (const post of posts.slice(at, at + batch)) flags.push(read(post, tables))
    milliseconds += performance.now() - began
    await new Promise((breathe) => setImmediate(breathe))
  }
  return { flags, microseconds: Math.round((milliseconds * 1_000) / Math.max(1, posts.length)) }
}

function read({ body }: PostRow, tables: ReadingTables): Judged {
  const raw = { externalId: '', title: '', text: body, url: null, publishedAt: null }
  const { flagged, label } = readPost(raw, tables).flag
  return { flagged, label }
}

type Change = { kind: 'new' | 'lost' | 'other'; example: DryRunView['examples'][number] }

function changeOf(
  { id, headline, body, receivedAt }: PostRow,
  before: Judged | undefined,
  after: Judged | undefined,
  mayRead: boolean,
): Change[] {
  if (!before || !after || before.label === after.label) return []
  const kind = before.flagged === after.flagged ? 'other' : after.flagged ? 'new' : 'lost'
  const example = {
    postId: id,
    headline,
    body: mayRead ? body : null,
    receivedAt: receivedAt.toISOString(),
    before: before.label,
    after: after.label,
  }
  return [{ kind, example }]
}
