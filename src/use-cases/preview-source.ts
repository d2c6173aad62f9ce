import type { PreviewView } from '#contracts/coverage.ts'
import type { ProblemView } from '#contracts/views.ts'
import { may } from '#domain/permission.ts'
import type { RawPost } from '#domain/post/post.ts'
import { readPost } from '#domain/post/read-post.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { readingTables } from '#store/reading-tables.ts'
import { findSourceCalled, type SourceRow } from '#store/sources.ts'
import { canBeAsked, fetchOnce } from './ask-source.ts'
import type { Context } from './context.ts'
import { type Manners, ordinaryManners, visitHost } from './visit-host.ts'

/** Items read for a look, and items shown of them. */
const readMost = 200
const shownMost = 10
const shownLetters = 400

/**
 * Reads a source once, for a look: what it says, masked, and what would be flagged. Nothing is stored, and its next
 * poll is not moved. Refusals: role_may_not, no_such_source, source_not_asked.
 */
export async function previewSource(
  context: Context,
  { called }: { called: string },
  manners: Manners = ordinaryManners(),
): Promise<Result<PreviewView>> {
  const allowed = may(context.actor, 'manage_sources')
  if (!allowed.ok) return allowed
  const source = await findSourceCalled(context.db, called)
  if (!source) return refusal('no_such_source', { name: called })
  if (!canBeAsked(source)) return refusal('source_not_asked', { name: source.name })
  return ok(await previewOf(context, source, manners))
}

/** The look itself, also at a source that is only about to be added. */
export async function previewOf(
  context: Context,
  source: Pick<SourceRow, 'kind' | 'url' | 'config'>,
  manners: Manners,
): Promise<PreviewView> {
  const begun = performance.now()
  const visit = await visitHost(context, source.url, manners)
  const took = () => Math.round(performance.now() - begun)
  if ('waitMs' in visit) {
    return unread({ code: 'host_busy', details: { seconds: Math.ceil(visit.waitMs / 1_000) } }, took())
  }
  if ('problem' in visit) return unread(visit.problem, took())
  const fetched = await fetchOnce(context, source, null).finally(visit.leave)
  if (!fetched.ok) {
    const { code, details } = fetched.problem
    return unread({ code, details }, took())
  }
  const items = fetched.posts.slice(0, readMost).map(lookAt)
  const flagged = items.filter((item) => item.flagged)
  return {
    title: fetched.title,
    tookMs: took(),
    problem: null,
    warnings: fetched.warnings,
    count: fetched.posts.length,
    flagged: flagged.length,
    items: [...flagged, ...items.filter((item) => !item.flagged)].slice(0, shownMost),
  }
}

function lookAt(raw: RawPost): PreviewView['items'][number] {
  const { body, flag } = readPost(raw, readingTables())
  const shown = body.length > shownLetters ? `${body.slice(0, shownLetters)}…` : body
  const publishedAt = raw.publishedAt?.toISOString() ?? null
  return { body: shown, publishedAt, label: flag.label, flagged: flag.flagged }
}

function unread(problem: ProblemView, tookMs: number): PreviewView {
  return { title: null, tookMs, problem, warnings: [], count: 0, flagged: 0, items: [] }
}
