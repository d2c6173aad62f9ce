import type { FoundItem } from './feed-item.ts'
import { type FoundFeed, readXmlFeed } from './feed-xml.ts'

/**
 * Takes what is good out of a feed that is broken, or in a dialect rss-parser does not know: every item is cut out
 * and read by itself, strictly first and forgivingly then.
 */
export async function salvageItems(
  xml: string,
  limit: number,
): Promise<{ feed: FoundFeed; lost: number; leftOut: number }> {
  const pieces = cutItems(xml)
  const wrap = wrapperOf(xml)
  const items: FoundItem[] = []
  let lost = 0
  for (const piece of pieces.slice(0, limit)) {
    const cut = wrap(closed(xml.slice(piece.start, piece.end)))
    const item = (await readPiece(cut, false)) ?? (await readPiece(cut, true))
    if (item) items.push(item)
    else lost++
  }
  const head = await readXmlFeed(wrap(headOf(xml, pieces[0])), true)
  const { title = '', link = '' } = head ?? {}
  return { feed: { title, link, items }, lost, leftOut: Math.max(0, pieces.length - limit) }
}

type Piece = { start: number; end: number }

const itemTag = /<(\/?)(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])/gi

/** An item ends where its closing tag is, or where the next item begins when that was forgotten. */
function cutItems(xml: string): Piece[] {
  const pieces: Piece[] = []
  let start = -1
  for (const tag of xml.matchAll(itemTag)) {
    if (start >= 0) pieces.push({ start, end: tag.index })
    start = tag[1] === '/' ? -1 : tag.index
  }
  if (start >= 0) pieces.push({ start, end: xml.length })
  return pieces
}

async function readPiece(document: string, forgiving: boolean): Promise<FoundItem | null> {
  const found = (await readXmlFeed(document, forgiving))?.items[0]
  const said = found && [...found.titles, ...found.contents, ...found.links]
  return said && said.length > 0 ? found : null
}

/** The item with the closing tag it was cut off from. */
function closed(item: string): string {
  return /^<[^>]*\/>/.test(item) ? item : `${item}</${/^<([\w.:-]+)/.exec(item)?.[1]}>`
}

function headOf(xml: string, first: Piece | undefined): string {
  const head = xml.slice(0, first?.start ?? Math.min(xml.length, 20_000))
  return head.replace(/^\s*<[^>]*>/, '').replace(/<\/?(?:[\w.-]+:)?channel\b[^>]*>/gi, '')
}

/** Puts a part of the document under the namespaces of the whole, as a document of its own. */
function wrapperOf(xml: string): (part: string) => string {
  const head = xml.slice(0, 10_000)
  const declared = [...head.matchAll(/\sxmlns:[\w.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*')/g)].join(' ')
  const atom = /<(?:[\w.-]+:)?feed[\s>]/i.test(head)
  return (part) =>
    atom
      ? `<feed${declared}>${part}</feed>`
      : `<rss version="2.0"${declared}><channel>${part}</channel></rss>`
}
