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
  const finder = markFinder(text)
  const pieces: string[] = []
  let declaredEntities = false
  let at = Math.max(0, text.indexOf('<'))
  while (at < text.length) {
    const open = text.indexOf('<', at)
    if (open < 0) break
    pieces.push(plainEntities(text.slice(at, open)))
    if (text.startsWith('<![CDATA[', open)) {
      const end = text.indexOf(']]>', open)
      pieces.push(end < 0 ? asCdata(text.slice(open + 9)) : text.slice(open, end + 3))
      at = end < 0 ? text.length : end + 3
    } else if (text.startsWith('<!--', open)) at = after(text, '-->', open + 4)
    else if (text.startsWith('<?', open)) at = after(text, '?>', open)
    else if (text.startsWith('<!', open)) {
      at = doctypeEnd(text, open)
      declaredEntities ||= /<!ENTITY/i.test(text.slice(open, at))
    } else at = copyElement(text, open, { pieces, finder, bodies })
  }
  pieces.push(plainEntities(text.slice(at)))
  return { xml: pieces.join(''), declaredEntities }
}

/** Characters XML forbids; some feeds carry them and a strict parser stops there. */
const perhapsUnwanted = /[^\t\n\r\u0020-\u007e\u0080-\ufffd]/
const unwanted = /(?![\t\n\r\u0080-\u009f])\p{Cc}|[\ufffe\uffff]/gu
/** The tags of feeds in which people write markup. */
const feedBodies =
  /^(?:\w+:)?(?:title|description|summary|content|encoded|tagline|info|copyright|rights|fullitem|body|abstract|subtitle)$/i
// The look-ahead keeps an endless name from being tried at every length.
const tagPattern = /<(\/?)([a-zA-Z_][\w.:-]*)(?![\w.:-])((?:[^"'<>]|"[^"<]*"|'[^'<]*')*)>/y

type Copying = { pieces: string[]; finder: MarkFinder; bodies: RegExp }

function copyElement(text: string, open: number, { pieces, finder, bodies }: Copying): number {
  tagPattern.lastIndex = open
  const tag = tagPattern.exec(text)
  if (!tag) {
    pieces.push('&lt;')
    return open + 1
  }
  const [whole, slash, name = '', attributes = ''] = tag
  pieces.push(attributes.includes('&') ? plainEntities(whole) : whole)
  const inside = open + whole.length
  if (slash || attributes.endsWith('/') || !bodies.test(name)) return inside
  const close = finder.closeOf(name, inside)
  if (close < 0) return inside
  const inner = text.slice(inside, close)
  if (isOneBlock(inner)) return inside
  const markup = inner.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  // An item inside a body means the body was never closed: leave it to the parser that forgives.
  if (!markup.includes('<') || /<\/?(?:\w+:)?(?:item|entry)\b/i.test(markup)) return inside
  pieces.push(asCdata(inner.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')))
  return close
}

/** A body that is one CDATA block from end to end holds no markup of the document's. */
function isOneBlock(inner: string): boolean {
  return inner.startsWith('<![CDATA[') && inner.indexOf(']]>') === inner.length - 3
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
