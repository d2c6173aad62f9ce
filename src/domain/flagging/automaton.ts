/** Called for each occurrence; overlapping and nested terms are all reported. `end` is exclusive. */
export type OnHit = (term: number, start: number, end: number) => void

/**
 * Many words found in one pass over a text, however many words there are: an Aho–Corasick automaton whose rows lie
 * one over another in a single table (row displacement), so that it stays small enough for the processor's cache.
 */
export type Automaton = {
  /** Letter class of every UTF-16 unit; 0 is “in no word”. */
  classOf: Uint16Array
  /** Where a state goes by a letter when its own row says nothing. */
  root: Int32Array
  /** Where the row of a state begins in `owner` and `target`; states of the same row share it. */
  base: Int32Array
  /** The row a place of the table belongs to, by its beginning. */
  owner: Int32Array
  target: Int32Array
  /** First word ending in a state, or -1; further ones follow `nextTerm` and then `shorterEnd`. */
  firstTerm: Int32Array
  nextTerm: Int32Array
  /** Nearest state on the suffix path at which some word ends, or 0. */
  shorterEnd: Int32Array
  /** The state itself where a word ends at it, else its `shorterEnd`. */
  endsAt: Int32Array
  lengths: Int32Array
}

/** Builds the automaton; words must already be folded as the texts will be. */
export function compileAutomaton(terms: readonly string[]): Automaton {
  const { classOf, classes } = letterClasses(terms)
  const { children, firstTerm, nextTerm } = plantTerms(terms, classOf)
  const { rows, rowOf, shorterEnd } = linkSuffixes(children, firstTerm)
  const { baseOf, owner, target } = packRows(rows, classes)
  const root = new Int32Array(classes)
  for (const [letter, child] of children[0] as Row) root[letter] = child
  return {
    classOf,
    root,
    base: Int32Array.from(rowOf, (row) => baseOf[row] as number),
    owner,
    target,
    firstTerm: Int32Array.from(firstTerm),
    nextTerm,
    shorterEnd: Int32Array.from(shorterEnd),
    endsAt: Int32Array.from(firstTerm, (term, state) =>
      term === -1 ? (shorterEnd[state] as number) : state,
    ),
    lengths: Int32Array.from(terms, (term) => term.length),
  }
}

/** Reports every occurrence of every word, in order of their ends. */
export function scan(automaton: Automaton, text: string, onHit: OnHit): void {
  const { classOf, root, base, owner, target, firstTerm, nextTerm, shorterEnd, endsAt, lengths } = automaton
  let state = 0
  for (let index = 0; index < text.length; index++) {
    const letter = classOf[text.charCodeAt(index)] as number
    if (letter === 0) {
      state = 0
      continue
    }
    const row = base[state] as number
    state = (owner[row + letter] === row ? target[row + letter] : root[letter]) as number
    for (let at = endsAt[state] as number; at !== 0; at = shorterEnd[at] as number) {
      for (let term = firstTerm[at] as number; term !== -1; term = nextTerm[term] as number) {
        onHit(term, index + 1 - (lengths[term] as number), index + 1)
      }
    }
  }
}

/** Where a state goes, by letter class. */
type Row = Map<number, number>

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

function plantTerms(terms: readonly string[], classOf: Uint16Array) {
  const children: Row[] = [new Map()]
  const firstTerm = [-1]
  const nextTerm = new Int32Array(terms.length).fill(-1)
  for (const [term, word] of terms.entries()) {
    let state = 0
    for (let index = 0; index < word.length; index++) {
      const letter = classOf[word.charCodeAt(index)] as number
      const known = (children[state] as Row).get(letter)
      if (known === undefined) {
        ;(children[state] as Row).set(letter, children.length)
        state = children.length
        children.push(new Map())
        firstTerm.push(-1)
      } else state = known
    }
    if (state === 0) continue
    nextTerm[term] = firstTerm[state] as number
    firstTerm[state] = term
  }
  return { children, firstTerm, nextTerm }
}

/** Breadth first: a state goes where its longest proper suffix goes, unless it has a child; one without shares its row. */
function linkSuffixes(children: readonly Row[], firstTerm: readonly number[]) {
  const rows: Row[] = [new Map()]
  const rowOf = new Array<number>(children.length).fill(0)
  const suffix = new Array<number>(children.length).fill(0)
  const shorterEnd = new Array<number>(children.length).fill(0)
  const goes = (state: number, letter: number) =>
    rows[rowOf[state] as number]?.get(letter) ?? (children[0] as Row).get(letter) ?? 0
  const queue = [...(children[0] as Row).values()]
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] as number
    const fallback = suffix[state] as number
    shorterEnd[state] = firstTerm[fallback] === -1 ? (shorterEnd[fallback] as number) : fallback
    const own = children[state] as Row
    rowOf[state] = rowOf[fallback] as number
    for (const [letter, child] of own) {
      suffix[child] = goes(fallback, letter)
      queue.push(child)
    }
    if (own.size > 0) {
      rows.push(new Map([...(rows[rowOf[fallback] as number] as Row), ...own]))
      rowOf[state] = rows.length - 1
    }
  }
  return { rows, rowOf, shorterEnd }
}

/** Lays every row where its letters meet only free places; the fullest rows choose first. */
function packRows(rows: readonly Row[], classes: number) {
  let owner = new Int32Array(classes * 64).fill(-1)
  let target = new Int32Array(owner.length)
  const baseOf = new Int32Array(rows.length)
  const begins = new Set([0])
  const startFor: number[] = []
  const bySize = rows
    .map((_, row) => row)
    .sort((one, other) => sizeOf(rows, other) - sizeOf(rows, one) || one - other)
  for (const row of bySize) {
    const letters = Int32Array.from((rows[row] as Row).keys())
    if (letters.length === 0) continue
    const from = startFor[letters.length] ?? 1
    let base = from
    while (begins.has(base) || !fits(owner, base, letters)) base++
    // The next row of the size meets the same gaps closed: it begins where this one found room.
    startFor[letters.length] = base - from > longSearch ? base : from
    if (base + classes >= owner.length) {
      const wider = Math.max(owner.length * 2, base + classes * 2)
      owner = widened(owner, wider)
      target = widened(target, wider)
    }
    for (const [letter, state] of rows[row] as Row) {
      owner[base + letter] = base
      target[base + letter] = state
    }
    baseOf[row] = base
    begins.add(base)
  }
  return { baseOf, owner, target }
}

/** Places tried in vain after which the search is not begun again from the start. */
const longSearch = 32

/** Beyond its end the table is free. */
function fits(owner: Int32Array, base: number, letters: Int32Array): boolean {
  for (let index = 0; index < letters.length; index++) {
    const holder = owner[base + (letters[index] as number)]
    if (holder !== undefined && holder !== -1) return false
  }
  return true
}

function sizeOf(rows: readonly Row[], row: number): number {
  return rows[row]?.size ?? 0
}

function widened(table: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(length).fill(-1)
  wider.set(table)
  return wider
}
