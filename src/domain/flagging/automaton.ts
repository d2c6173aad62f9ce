/** Called for each occurrence; overlapping and nested terms are all reported. `end` is exclusive. */
export type OnHit = (term: number, start: number, end: number) => void

/** Many words found in one pass over a text, however many words there are. */
export type Automaton = {
  /** Next state per (state × letter class). */
  next: Int32Array | Uint16Array
  /** Letter class of every UTF-16 unit; 0 is “in no word”. */
  classOf: Uint16Array
  classes: number
  /** First word ending in a state, or -1; further ones follow `sameEnd` and then `shorterEnd`. */
  firstTerm: Int32Array
  nextTerm: Int32Array
  /** Nearest state on the suffix path at which some word ends, or 0. */
  shorterEnd: Int32Array
  /** The state itself where a word ends at it, else its `shorterEnd`. */
  endsAt: Int32Array
  lengths: Int32Array
}

/** Builds a dense Aho–Corasick automaton; words must already be folded as the texts will be. */
export function compileAutomaton(terms: readonly string[]): Automaton {
  const { classOf, classes } = letterClasses(terms)
  const states = 1 + countPrefixes(terms)
  const automaton: Automaton = {
    // Half the memory where it holds them: the table is what a pass walks through.
    next: states < 65_536 ? new Uint16Array(states * classes) : new Int32Array(states * classes),
    classOf,
    classes,
    firstTerm: new Int32Array(states).fill(-1),
    nextTerm: new Int32Array(terms.length).fill(-1),
    shorterEnd: new Int32Array(states),
    endsAt: new Int32Array(states),
    lengths: Int32Array.from(terms, (term) => term.length),
  }
  const used = plantTerms(automaton, terms)
  linkSuffixes(automaton, used)
  for (let state = 1; state < used; state++) {
    automaton.endsAt[state] =
      automaton.firstTerm[state] !== -1 ? state : (automaton.shorterEnd[state] as number)
  }
  return automaton
}

/** Reports every occurrence of every word, in order of their ends. */
export function scan(automaton: Automaton, text: string, onHit: OnHit): void {
  const { next, classOf, classes, firstTerm, nextTerm, shorterEnd, endsAt, lengths } = automaton
  let state = 0
  for (let index = 0; index < text.length; index++) {
    state = next[state * classes + (classOf[text.charCodeAt(index)] as number)] as number
    for (let at = endsAt[state] as number; at !== 0; at = shorterEnd[at] as number) {
      for (let term = firstTerm[at] as number; term !== -1; term = nextTerm[term] as number) {
        onHit(term, index + 1 - (lengths[term] as number), index + 1)
      }
    }
  }
}

/** Words that begin alike share their states: many words of one pattern need few. */
function countPrefixes(terms: readonly string[]): number {
  const sorted = [...terms].sort()
  let count = 0
  for (const [index, term] of sorted.entries()) {
    const before = sorted[index - 1] ?? ''
    let shared = 0
    while (shared < term.length && term[shared] === before[shared]) shared++
    count += term.length - shared
  }
  return count
}

function letterClasses(terms: readonly string[]): { classOf: Uint16Array; classes: number } {
  const classOf = new Uint16Array(65_536)
  let classes = 1
  for (const term of terms) {
    for (let index = 0; index < term.length; index++) {
      const unit = term.charCodeAt(index)
      if (classOf[unit] === 0) classOf[unit] = classes++
    }
  }
  return { classOf, classes }
}

function plantTerms(automaton: Automaton, terms: readonly string[]): number {
  const { next, classOf, classes, firstTerm, nextTerm } = automaton
  let used = 1
  for (const [term, word] of terms.entries()) {
    let state = 0
    for (let index = 0; index < word.length; index++) {
      const edge = state * classes + (classOf[word.charCodeAt(index)] as number)
      if (next[edge] === 0) next[edge] = used++
      state = next[edge] as number
    }
    if (state === 0) continue
    nextTerm[term] = firstTerm[state] as number
    firstTerm[state] = term
  }
  return used
}

/** Breadth first: a missing edge becomes the edge of the longest proper suffix, so that scanning never looks back. */
function linkSuffixes(automaton: Automaton, used: number): void {
  const { next, classes, firstTerm, shorterEnd } = automaton
  const suffix = new Int32Array(used)
  const queue: number[] = []
  for (let letter = 1; letter < classes; letter++) {
    const child = next[letter] as number
    if (child !== 0) queue.push(child)
  }
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] as number
    const fallback = suffix[state] as number
    shorterEnd[state] = firstTerm[fallback] !== -1 ? fallback : (shorterEnd[fallback] as number)
    for (let letter = 1; letter < classes; letter++) {
      const edge = state * classes + letter
      const through = next[fallback * classes + letter] as number
      const child = next[edge] as number
      if (child === 0) next[edge] = through
      else {
        suffix[child] = through
        queue.push(child)
      }
    }
  }
}
