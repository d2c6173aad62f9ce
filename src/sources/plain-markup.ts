/** A page made digestible for a parser that trusts its input. */
export type PlainMarkup = {
  html: string
  /** How deep the tags are nested at most; those that need no closing do not count. */
  depth: number
}

/**
 * Leaves of a page somebody else wrote only whole tags and text: comments, instructions, scripts and styles go, and a
 * bracket that opens no tag becomes text. One scan; the cost grows with the length only, whatever is left open.
 */
export function plainMarkup(page: string): PlainMarkup {
  const pieces: string[] = []
  const lower = page.toLowerCase()
  let [at, depth, deepest] = [0, 0, 0]
  while (at < page.length) {
    const open = page.indexOf('<', at)
    if (open < 0) break
    pieces.push(page.slice(at, open))
    at = afterAside(page, open)
    if (at > open) continue
    tagPattern.lastIndex = open
    const tag = tagPattern.exec(page)
    if (!tag) {
      pieces.push('&lt;')
      at = open + 1
      continue
    }
    const [whole, slash, name = '', closed] = tag
    const local = name.toLowerCase()
    at = open + whole.length
    if (!slash && skipped.has(local)) {
      const close = lower.indexOf(`</${local}`, at)
      at = close < 0 ? page.length : close
      continue
    }
    if (skipped.has(local)) continue
    pieces.push(whole)
    if (closed || single.has(local)) continue
    depth = slash ? Math.max(0, depth - 1) : depth + 1
    deepest = Math.max(deepest, depth)
  }
  pieces.push(page.slice(at))
  return { html: pieces.join(''), depth: deepest }
}

// The look-ahead keeps an endless name from being tried at every length.
const tagPattern = /<(\/?)([a-zA-Z][\w:-]*)(?=[\s/>])(?:[^<>"']|"[^"]*"|'[^']*')*?(\/?)>/y
const skipped = new Set('script style template noscript iframe object svg math textarea'.split(' '))
const single = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source td th tr track wbr'.split(
    ' ',
  ),
)

/** The end of a comment, a document type or an instruction; the same place when there is none. */
function afterAside(page: string, open: number): number {
  const next = page[open + 1]
  if (next !== '!' && next !== '?') return open
  const mark = page.startsWith('<!--', open) ? '-->' : '>'
  const end = page.indexOf(mark, open + 2)
  return end < 0 ? page.length : end + mark.length
}
