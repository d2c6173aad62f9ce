import { compileTables, type ReadingTables } from '#domain/post/reading-tables.ts'
import gazetteer from '#seeds/gazetteer.json' with { type: 'json' }
import lexicons from '#seeds/lexicons.json' with { type: 'json' }

let compiled: ReadingTables | null = null

/** Lexicons and gazetteer, compiled once per process. */
export function readingTables(): ReadingTables {
  compiled ??= compileTables(lexicons, gazetteer)
  return compiled
}
