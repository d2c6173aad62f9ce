import { namedCharacter, numberedCharacter } from './html-entities.ts'

/** What an XML document needs before a strict parser sees it, and what was odd on the way. */
export type Repaired = {
  xml: string
  /** The document declared entities of its own; they were thrown away unread. */
  declaredEntities: boolean
}

/**
 * Makes a feed safe and digestible: the document type goes with every entity it declares (so nothing expands and
 * nothing outside is read), comments and instructions go, `&` and HTML's entity names become plain references, and
 * markup inside one of the `bodies` is wrapped as text, in its order. One scan; the cost grows with the length only.
 */
export function repairXml(source: string, bodies: RegExp = feedBodies): Repaired {
  const text = perhapsUnwanted.test(source) ? source.replace(unwanted, '') : source
  const copy: Copy = { text, pieces: [], kept: Math.max(0, text.indexOf('<')) }
  const finder = markFinder(text)
  let declaredEntities = false
  let at = copy.kept
  while (at < text.length) {
    const open = text.indexOf('<', at)
    if (open < 0) break
    mendEntities(copy, at, open)
    if (text.startsWith('<![CDATA[', open)) {
      const end = text.indexOf(']]>', open)
      if (end < 0) replace(copy, open, text.length, asCdata(text.slice(open + 9)))
      at = end < 0 ? text.length : end + 3
    } else if (text[open + 1] !== '!' && text[open + 1] !== '?') {
      at = copyElement(copy, open, finder, bodies)
    } else {
      at = asideEnd(text, open)
      const doctype = text[open + 1] === '!' && !text.startsWith('<!--', open)
      declaredEntities ||= doctype && /<!ENTITY/i.test(text.slice(open, at))
      replace(copy, open, at, '')
    }
  }
  mendEntities(copy, at, text.length)
  replace(copy, text.length, text.length, '')
  return { xml: copy.pieces.join(''), declaredEntities }
}

/** What was rewritten so far; from `kept` on the text stands as it is, and most of it does to the end. */
type Copy = { text: string; pieces: string[]; kept: number }

function replace(copy: Copy, from: number, to: number, by: string): void {
  if (from > copy.kept) copy.pieces.push(copy.text.slice(copy.kept, from))
  if (by !== '') copy.pieces.push(by)
  copy.kept = to
}

function mendEntities(copy: Copy, from: number, to: number): void {
  if (to <= from) return
  const chunk = copy.text.slice(from, to)
  const mended = plainEntities(chunk)
  if (mended !== chunk) replace(copy, from, to, mended)
}

/** The end of a comment, an instruction or a document type. */
function asideEnd(text: string, open: number): number {
  if (text.startsWith('<!--', open)) return after(text, '-->', open + 4)
  return text[open + 1] === '?' ? after(text, '?>', open) : doctypeEnd(text, open)
}

/** Characters XML forbids; some feeds carry them and a strict parser stops there. */
const perhapsUnwanted = /[^\t\n\r\u0020-\u007e\u0080-\ufffd]/
const unwanted = /(?![\t\n\r\u0080-\u009f])\p{Cc}|[\ufffe\uffff]/gu
/** The tags of feeds in which people write markup. */
const feedBodies =
  /^(?:\w+:)?(?:title|description|summary|content|encoded|tagline|info|copyright|rights|fullitem|body|abstract|subtitle)$/i
// The look-ahead keeps an endless name from being tried at every length.
const tagPattern = /<(\/?)([a-zA-Z_][\w.:-]*)(?![\w.:-])((?:[^"'<>]|"[^"<]*"|'[^'<]*')*)>/y

function copyElement(copy: Copy, open: number, finder: MarkFinder, bodies: RegExp): number {
  const { text } = copy
  tagPattern.lastIndex = open
  const tag = tagPattern.exec(text)
  if (!tag) {
    replace(copy, open, open + 1, '&lt;')
    return open + 1
  }
  const [whole, slash, name = '', attributes = ''] = tag
  const inside = open + whole.length
  if (attributes.includes('&')) mendEntities(copy, open, inside)
  if (slash || attributes.endsWith('/') || !bodies.test(name)) return inside
  const close = finder.closeOf(name, inside)
  if (close < 0 || text.indexOf('<', inside) === close || isOneBlock(text, inside, close)) return inside
  const inner = text.slice(inside, close)
  const markup = inner.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  // An item inside a body means the body was never closed: leave it to the parser that forgives.
  if (!markup.includes('<') || /<\/?(?:\w+:)?(?:item|entry)\b/i.test(markup)) return inside
  replace(copy, inside, close, asCdata(inner.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')))
  return close
}

/** A body that is one CDATA block from end to end holds no markup of the document's. */
function isOneBlock(text: string, inside: number, close: number): boolean {
  return text.startsWith('<![CDATA[', inside) && text.indexOf(']]>', inside) === close - 3
}

function asCdata(inner: string): string {
  return `<![CDATA[${inner.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

type MarkFinder = { closeOf(name: string, from: number): number }

/** Finds closing tags outside CDATA; remembers what does not come any more, so that no text is searched twice. */
function markFinder(text: string): MarkFinder {
  const gone = new Set<string>()
  let cdata = -2
  const nextCdata = (from: number) => {
    if (cdata !== -1 && cdata < from) cdata = text.indexOf('<![CDATA[', from)
    return cdata
  }
  return {
    closeOf(name, from) {
      if (gone.has(name)) return -1
      let at = from
      for (;;) {
        const close = text.indexOf(`</${name}`, at)
        const block = nextCdata(at)
        if (close < 0) gone.add(name)
        if (close < 0 || block < 0 || block > close) return close
        const end = text.indexOf(']]>', block)
        if (end < 0) return -1
        at = end + 3
      }
    },
  }
}

/** The end of `<!DOCTYPE …>` with its internal subset, quotes and comments minded. */
function doctypeEnd(text: string, open: number): number {
  const mark = /"[^"]*"|'[^']*'|<!--[\s\S]*?-->|[[\]>]/g
  mark.lastIndex = open + 2
  let depth = 0
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === '[') depth++
    else if (found[0] === ']') depth--
    else if (found[0] === '>' && depth <= 0) return mark.lastIndex
  }
  return after(text, '>', open)
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found + mark.length
}

const reference = /&(?:#(\d{1,7});|#[xX]([0-9a-fA-F]{1,6});|([a-zA-Z_][\w.-]{0,60});)?/g
const builtIn = new Set(['lt', 'gt', 'amp', 'quot', 'apos'])

/** Leaves only references XML knows by itself; a name nobody knows stays as the reader would see it. */
function plainEntities(chunk: string): string {
  if (!chunk.includes('&')) return chunk
  return chunk.replace(reference, (whole, decimal, hex, name) => {
    if (decimal || hex) {
      const character = numberedCharacter(decimal ? Number(decimal) : Number.parseInt(hex, 16))
      return character === null ? '' : `&#${character.codePointAt(0)};`
    }
    if (name && builtIn.has(name)) return whole
    const character = name ? namedCharacter(name) : null
    return character === null ? `&amp;${whole.slice(1)}` : `&#${character.codePointAt(0)};`
  })
}
