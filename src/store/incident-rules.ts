import type { Season } from '#domain/clock/season.ts'
import { completed, defaultRules } from '#domain/grading/default-rules.ts'
import type { GradeRules } from '#domain/grading/rules.ts'
import type { ResponseRules } from '#domain/response/response-rules.ts'
import type { Duties, RouteLine } from '#domain/routing/route-tree.ts'
import seed from '#seeds/routes.json' with { type: 'json' }
import type { Queryable } from './database.ts'
import { editionInForce } from './editions.ts'
import { completedResponse, seedResponse } from './response-rules.ts'
import { seedSeasons } from './seasons.ts'

export type IncidentRules = {
  grades: GradeRules
  routes: RouteLine[]
  seasons: readonly Season[]
  response: ResponseRules
}
type Loaded = IncidentRules & { stamp: string }

/** The product's own tree, and the duties of the founding document every line must rest on. */
export const seedRoutes = seed.lines as RouteLine[]
export const duties: Duties = { kinds: seed.kinds, duties: seed.duties as Duties['duties'] }

const slot = Symbol.for('anxin.incidentRules')
/** One per process, also where Next and the server bundle this file twice. */
const shared = globalThis as { [slot]?: Loaded }

/** What this process grades, routes, lifts and limits by, as it last heard; the product's own until then. */
export function incidentRules(): IncidentRules {
  shared[slot] ??= {
    ...{ grades: defaultRules, routes: seedRoutes, seasons: seedSeasons, response: seedResponse },
    stamp: '',
  }
  return shared[slot]
}

/** Loads what is in force, when it is not what this process knows. */
export async function refreshIncidentRules(db: Queryable): Promise<void> {
  const [grades, routes] = [await editionInForce(db, 'grades'), await editionInForce(db, 'routes')]
  const [seasons, response] = [await editionInForce(db, 'seasons'), await editionInForce(db, 'response')]
  const stamp = [grades, routes, seasons, response]
    .map((one) => `${one?.version ?? 0} ${one?.madeAt.getTime() ?? 0}`)
    .join(' ')
  if (shared[slot]?.stamp === stamp) return
  shared[slot] = {
    grades: grades ? completed(grades.rules) : defaultRules,
    routes: routes?.rules ?? seedRoutes,
    seasons: seasons?.rules ?? seedSeasons,
    response: completedResponse(response?.rules),
    stamp,
  }
}

/** How soon a process notices that others are in force. */
const noticeEveryMs = 2_000

/** Keeps this process grading and routing by what is in force, until closed. */
export function keepIncidentRules(db: Queryable, failed: (error: unknown) => void): { close(): void } {
  const look = () => void refreshIncidentRules(db).catch(failed)
  look()
  const timer = setInterval(look, noticeEveryMs)
  timer.unref()
  return { close: () => clearInterval(timer) }
}
