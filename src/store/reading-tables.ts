import { compileTables, type ReadingTables } from '#domain/post/reading-tables.ts'
import model from '#seeds/flag-model.json' with { type: 'json' }
import gazetteer from '#seeds/gazetteer.json' with { type: 'json' }
import lexicons from '#seeds/lexicons.json' with { type: 'json' }

let compiled: ReadingTables | null = null

/** Lexicons, gazetteer and the learned weights, compiled once per process. */
export function readingTables(): ReadingTables {
  compiled ??= compileTables(lexicons, gazetteer, model)
  return compiled
}
