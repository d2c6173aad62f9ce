import { RE2JS, RE2JSSyntaxException } from 're2js'
import { ok, type Result, refusal } from '#domain/result.ts'

export type LinearPattern = { find: (text: string) => { start: number; end: number }[] }

/** A longer text is searched up to here: linear is still as long as the text. */
const lettersSearched = 20_000
const mostFound = 80

/**
 * A regular expression of a person's own on an engine that never looks back: no pattern can hold a process up.
 * Refusal: pattern_invalid { pattern, position, found }.
 */
export function linearPattern(pattern: string): Result<LinearPattern, 'pattern_invalid'> {
  try {
    const compiled = RE2JS.compile(pattern)
    if (compiled.matcher('').find()) return refusal('pattern_invalid', problemAt(pattern, 0, ''))
    return ok({ find: (text) => findAll(compiled, text.slice(0, lettersSearched)) })
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error
    const found = error.getPattern() ?? ''
    const at = found === '' || found === pattern ? pattern.length : pattern.indexOf(found)
    return refusal('pattern_invalid', problemAt(pattern, Math.max(0, at), found))
  }
}

function problemAt(pattern: string, at: number, found: string) {
  return { pattern, position: Math.min(at + 1, Math.max(1, pattern.length)), found }
}

function findAll(compiled: RE2JS, text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  const matcher = compiled.matcher(text)
  while (found.length < mostFound && matcher.find()) {
    if (matcher.end() > matcher.start()) found.push({ start: matcher.start(), end: matcher.end() })
  }
  return found
}
