import type { FlagModelJson } from '#domain/flagging/classifier.ts'
import type { LexiconsJson } from '#domain/flagging/lexicon.ts'
import { compileTables, type ReadingTables } from '#domain/post/reading-tables.ts'
import model from '#seeds/flag-model.json' with { type: 'json' }
import gazetteerJson from '#seeds/gazetteer.json' with { type: 'json' }
import lexicons from '#seeds/lexicons.json' with { type: 'json' }

/** The weights the product came with. */
export const seedModel: FlagModelJson = model
export const seedLexicons = lexicons as unknown as LexiconsJson
export const seedGazetteer: unknown = gazetteerJson

/** Lexicons, gazetteer and weights as the product came with them, compiled; needs no database. */
export function seedTables(): ReadingTables {
  return compileTables(lexicons, gazetteerJson, model)
}
