import type { FlagModelJson } from '#domain/flagging/classifier.ts'
import { compileTables, type ReadingTables } from '#domain/post/reading-tables.ts'
import { lexiconsWith, noEdition, type RuleEdition } from '#domain/review/rule-edition.ts'
import { linearPattern } from '#platform/linear-pattern.ts'
import type { Queryable } from './database.ts'
import { activeChoice, modelWeights } from './models.ts'
import { ruleEdition } from './rule-sets.ts'
import { seedGazetteer, seedLexicons, seedModel, seedTables } from './seed-tables.ts'

type Loaded = { ruleSetVersion: number; modelVersion: number; tables: ReadingTables }

const slot = Symbol.for('anxin.readingTables')
/** One per process, also where Next and the server bundle this file twice. */
const shared = globalThis as { [slot]?: Loaded }

/** Lexicons, gazetteer and the learned weights as this process last heard of them; the seed's until then. */
export function readingTables(): ReadingTables {
  shared[slot] ??= { ruleSetVersion: 0, modelVersion: 0, tables: seedTables() }
  return shared[slot].tables
}

/** Which versions this process reads with. */
export function readingVersions(): Pick<Loaded, 'ruleSetVersion' | 'modelVersion'> {
  readingTables()
  const { ruleSetVersion, modelVersion } = shared[slot] as Loaded
  return { ruleSetVersion, modelVersion }
}

/** Loads the rules and weights in force, when others are in force than this process reads with. */
export async function refreshReadingTables(db: Queryable): Promise<void> {
  const { ruleSetVersion, modelVersion } = await activeChoice(db)
  const known = readingVersions()
  if (known.ruleSetVersion === ruleSetVersion && known.modelVersion === modelVersion) return
  const edition = await ruleEdition(db, ruleSetVersion)
  const weights = await modelWeights(db, modelVersion)
  shared[slot] = {
    ruleSetVersion,
    modelVersion,
    tables: tablesWith(edition ?? noEdition, weights ?? seedModel),
  }
}

/** Tables with an edition that need not be saved; a pattern that cannot be read counts nothing. */
export function tablesWith(edition: RuleEdition, weights: FlagModelJson = seedModel): ReadingTables {
  const patterns = edition.patterns.flatMap(({ pattern, rule, weight, kind }) => {
    const compiled = linearPattern(pattern)
    const group = { rule, weight, ...(kind !== undefined && { kind }), terms: [] }
    return compiled.ok ? [{ group, find: compiled.value.find }] : []
  })
  return compileTables(lexiconsWith(seedLexicons, edition), seedGazetteer, weights, {
    patterns,
    thresholds: edition.thresholds,
  })
}

/** How soon a process notices that other rules or weights are in force. */
const noticeEveryMs = 2_000

/** Keeps this process reading with what is in force, until closed. */
export function keepReadingTables(db: Queryable, failed: (error: unknown) => void): { close(): void } {
  const look = () => void refreshReadingTables(db).catch(failed)
  look()
  const timer = setInterval(look, noticeEveryMs)
  timer.unref()
  return { close: () => clearInterval(timer) }
}
