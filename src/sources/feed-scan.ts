import { decodeEntities } from './html-entities.ts'

/** A tag with its words, as xml2js would hand it over. */
export type ScannedNode = string | { _: string; $: Record<string, string> }

/** A feed or an item: the wanted tags by their canonical names, each in the order of the document. */
export type ScannedEntry = Record<string, unknown> & { attributes?: Record<string, string> }

/** `leftOut` items beyond the limit were passed over unread. */
export type ScannedFeed = ScannedEntry & { items: ScannedEntry[]; leftOut: number }

/** What a scan must know: which tags are wanted, under which of our names, and how many items are enough. */
export type ScanNames = { most: number; tag: (name: string) => string; attribute: (name: string) => string }

/**
 * Takes the wanted tags out of a repaired, well-formed RSS or Atom document in one scan, without the object tree that
 * costs a general parser most of its time. Null for whatever is not plain and whole: those rss-parser judges.
 */
export function scanFeed(xml: string, names: ScanNames): ScannedFeed | null {
  const open: Opened[] = []
  let feed: ScannedFeed | null = null
  let at = 0
  while (at < xml.length) {
    const start = xml.indexOf('<', at)
    const top = open[open.length - 1]
    const end = start < 0 ? xml.length : start
    if (end > at) {
      if (top?.words) top.words.push(readable(xml.slice(at, end)))
      else if (!top && /\S/.test(xml.slice(at, end))) return null
    }
    if (start < 0) break
    if (xml.startsWith('<![CDATA[', start)) {
      const end = xml.indexOf(']]>', start)
      if (end < 0 || !top) return null
      top.words?.push(xml.slice(start + 9, end))
      at = end + 3
    } else if (xml[start + 1] === '/') {
      const end = xml.indexOf('>', start)
      if (!top || end < 0 || xml.slice(start + 2, end).trimEnd() !== top.name) return null
      settle(top)
      open.pop()
      at = end + 1
    } else {
      const tag = openTag(xml, start)
      if (!tag) return null
      const inner = enter(tag, top, feed, names)
      if (!inner) return null
      feed ??= inner.feed
      if (tag.closed) settle(inner)
      else open.push(inner)
      at = tag.end
    }
  }
  return open.length === 0 ? feed : null
}

type Opened = {
  name: string
  role: string
  /** What its children go into; null below a tag nobody wants. */
  into: ScannedEntry | null
  feed: ScannedFeed | null
  /** Of a wanted tag: its words so far. */
  words: string[] | null
  attributes: Record<string, string> | undefined
}

type Tag = { name: string; attributes: string; closed: boolean; end: number }

const tagPattern = /<([a-zA-Z_][\w.:-]*)((?:\s(?:[^<>"']|"[^"<]*"|'[^'<]*')*?)?)(\/?)>/y

function openTag(xml: string, start: number): Tag | null {
  tagPattern.lastIndex = start
  const [whole, name, attributes = '', slash] = tagPattern.exec(xml) ?? []
  return whole && name ? { name, attributes, closed: slash === '/', end: start + whole.length } : null
}

/** Where a tag stands decides what it is: a title below an image is not the feed's. */
function enter(
  tag: Tag,
  above: Opened | undefined,
  feed: ScannedFeed | null,
  names: ScanNames,
): Opened | null {
  const role = names.tag(tag.name)
  if (!above) return feed ? null : enterRoot(tag, role, names)
  if (role === 'channel' && above.role === 'rss') {
    if (feed) return null
    const made: ScannedFeed = { items: [], leftOut: 0, attributes: attributesOf(tag, names) }
    return opened(tag.name, role, made, null, undefined, made)
  }
  if ((role === 'item' && above.role === 'channel') || (role === 'entry' && above.role === 'feed')) {
    if (feed && feed.items.length >= names.most) {
      feed.leftOut += 1
      return opened(tag.name, role, null)
    }
    const item: ScannedEntry = { attributes: attributesOf(tag, names) }
    feed?.items.push(item)
    return opened(tag.name, role, item)
  }
  // A structure in a place where none belongs, or markup where words belong.
  if (!role.startsWith('x-') || above.words) return null
  if (role === 'x-dropped' || !above.into || above.role === 'x-dropped')
    return opened(tag.name, 'x-dropped', null)
  return opened(tag.name, role, above.into, [], attributesOf(tag, names))
}

function enterRoot(tag: Tag, role: string, names: ScanNames): Opened | null {
  if (role === 'rss') return opened(tag.name, role, null)
  if (role !== 'feed') return null
  const made: ScannedFeed = { items: [], leftOut: 0, attributes: attributesOf(tag, names) }
  return opened(tag.name, role, made, null, undefined, made)
}

/** One shape for every tag, which keeps the scan fast. */
function opened(
  name: string,
  role: string,
  into: ScannedEntry | null,
  words: string[] | null = null,
  attributes: Record<string, string> | undefined = undefined,
  feed: ScannedFeed | null = null,
): Opened {
  return { name, role, into, words, attributes, feed }
}

function readable(text: string): string {
  return text.includes('&') ? decodeEntities(text) : text
}

function settle({ words, role, into, attributes }: Opened): void {
  if (!words || !into) return
  const text = words.length === 1 ? (words[0] ?? '') : words.join('')
  const node: ScannedNode = attributes ? { _: text, $: attributes } : text
  const known = into[role]
  if (Array.isArray(known)) known.push(node)
  else into[role] = [node]
}

const attributePattern = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function attributesOf({ attributes }: Tag, names: ScanNames): Record<string, string> | undefined {
  if (attributes === '') return undefined
  const found: Record<string, string> = {}
  for (const [, name = '', double, single] of attributes.matchAll(attributePattern)) {
    const value = double ?? single ?? ''
    found[names.attribute(name)] = readable(value)
  }
  return found
}
