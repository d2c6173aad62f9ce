import type { TriedRouteView } from '#contracts/routing.ts'
import { factsOfPost, type IncidentFacts } from '#domain/incident/incident.ts'
import { sectorOf } from '#domain/incident/sector.ts'
import { may } from '#domain/permission.ts'
import { readPost } from '#domain/post/read-post.ts'
import { ok, type Result } from '#domain/result.ts'
import type { RouteLine } from '#domain/routing/route-tree.ts'
import { placeOf } from '#store/gazetteer.ts'
import { readingTables } from '#store/reading-tables.ts'
import { gradeOf, routeOf } from './assess-incident.ts'
import type { Context } from './context.ts'
import { routeEntryViewOf } from './read-assessment.ts'
import { soundEdition } from './save-edition.ts'

/**
 * Whom a message would go to by an unsaved tree, and its grade; masked, kept nowhere, nobody is told.
 * Refusals: those of a tree that cannot be saved.
 */
export async function tryRoutes(
  context: Context,
  asked: {
    lines: RouteLine[]
    text: string
    workers: number | null
    amountYuan: number | null
    online: boolean
  },
): Promise<Result<TriedRouteView>> {
  const allowed = may(context.actor, 'manage_rules')
  if (!allowed.ok) return allowed
  const sound = soundEdition('routes', asked.lines)
  if (!sound.ok) return sound
  const raw = { externalId: '', title: '', text: asked.text, url: null, publishedAt: null }
  const { body, flag, facts: read } = readPost(raw, readingTables())
  const { online, lines, workers, amountYuan } = asked
  const facts: IncidentFacts = {
    ...factsOfPost(read),
    ...(workers && { workers: { min: workers, max: workers } }),
  }
  const told = { ...facts, ...(amountYuan && { amountYuan: { min: amountYuan, max: amountYuan } }) }
  const { grade, reason } = gradeOf(told, { now: context.now, sources: 1, official: !online })
  return ok({
    body,
    flagged: flag.flagged,
    place: placeOf(told.placeCode)?.name ?? null,
    sector: sectorOf(told),
    grade,
    gradeReason: reason,
    route: routeOf(told, { online, text: body }, lines).map((entry) => routeEntryViewOf(entry, lines)),
  })
}
