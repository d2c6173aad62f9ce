import { compileModel, type FlagModel, type FlagModelJson } from '#domain/flagging/classifier.ts'
import { type FlagThresholds, productThresholds } from '#domain/flagging/flag.ts'
import {
  type CompiledLexicon,
  type CompiledPattern,
  compileLexicon,
  type LexiconsJson,
} from '#domain/flagging/lexicon.ts'
import { type CompiledGazetteer, compileGazetteer, type GazetteerJson } from '#domain/place/gazetteer.ts'

/** The large tables a reading needs, compiled once per process and passed in. */
export type ReadingTables = {
  lexicon: CompiledLexicon
  gazetteer: CompiledGazetteer
  /** Null where only the rules are to judge. */
  model: FlagModel | null
  thresholds: FlagThresholds
}

/** From the seed files; `unknown` because JSON modules widen the levels and rules to strings. */
export function compileTables(
  lexiconsJson: unknown,
  gazetteerJson: unknown,
  modelJson: FlagModelJson | null = null,
  own: { patterns?: readonly CompiledPattern[]; thresholds?: FlagThresholds | null } = {},
): ReadingTables {
  return {
    lexicon: compileLexicon(lexiconsJson as LexiconsJson, own.patterns),
    gazetteer: compileGazetteer(gazetteerJson as GazetteerJson),
    model: modelJson && compileModel(modelJson),
    thresholds: own.thresholds ?? productThresholds,
  }
}
