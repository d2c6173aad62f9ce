import Parser from 'rss-parser'
import { z } from 'zod'
import type { FoundItem } from './feed-item.ts'
import { scanFeed } from './feed-scan.ts'

/** What a feed holds, loosely; `leftOut` items beyond the limit were passed over unread. */
export type FoundFeed = { title: string; link: string; items: FoundItem[]; leftOut?: number }

/**
 * Reads one well-formed RSS, RDF or Atom document, or null when it is none: the plain ones in one scan, all others with
 * rss-parser, whose tree costs more than all the rest of the reading.
 *
 * rss-parser gives up a whole feed for one unreadable date or a link without address, and keeps authors; so the
 * tags we want reach it under names of our own, which it hands over untouched, and the rest is dropped.
 */
export async function readXmlFeed(xml: string, forgiving = false): Promise<FoundFeed | null> {
  return (forgiving ? null : scanXmlFeed(xml)) ?? (await parseXmlFeed(xml, forgiving))
}

/** What one scan finds in a plain and whole document; null for every other. */
export function scanXmlFeed(xml: string): FoundFeed | null {
  const scanned = scanFeed(xml, {
    tag: canonicalTags(namespacesOf(xml)),
    attribute: canonicalAttribute,
    most: maxItems,
  })
  return scanned && { ...foundIn(scanned, rootBase(xml)), leftOut: scanned.leftOut }
}

/** The judgement of rss-parser. */
export async function parseXmlFeed(xml: string, forgiving = false): Promise<FoundFeed | null> {
  const tagNames = canonicalTags(namespacesOf(xml))
  const parser = new Parser<Loose, Loose>({
    defaultRSS: 2,
    xml2js: {
      strict: !forgiving,
      tagNameProcessors: [tagNames],
      attrNameProcessors: [canonicalAttribute],
    },
    customFields: { feed: asTaken(), item: asTaken() },
  })
  try {
    return foundIn(looseFeed.parse(await parser.parseString(xml)), rootBase(xml))
  } catch {
    return null
  }
}

/** Items taken from one document; the rest is counted and left. */
export const maxItems = 2_000

type Loose = Record<string, unknown>

/** Our name for what a tag says, by its canonical name; several tags may say the same, the earlier one counts first. */
const tags = {
  id: ['guid', 'id'],
  title: ['title', 'dc:title'],
  link: ['link', 'atom:link'],
  content: [
    'content:encoded',
    'content',
    'description',
    'summary',
    'fulltext',
    'dc:description',
    'itunes:summary',
  ],
  date: [
    'pubdate',
    'published',
    'issued',
    'dc:date',
    'dcterms:issued',
    'created',
    'dcterms:created',
    'date',
    'updated',
    'modified',
    'dcterms:modified',
    'atom:published',
    'atom:updated',
  ],
} as const

type Wanted = keyof typeof tags

/** The same as they reach us. */
const keysOf = Object.fromEntries(
  Object.entries(tags).map(([what, names]) => [what, names.map((name) => `x-${name}`)]),
) as Record<Wanted, string[]>

const wanted = new Set<string>(Object.values(tags).flat())
/** The tags rss-parser itself finds its way by. */
const structure = new Map(
  ['rss', 'rdf:RDF', 'channel', 'item', 'feed', 'entry'].map((name) => [name.toLowerCase(), name]),
)

const prefixOfSpace: [RegExp, string][] = [
  [/^http:\/\/(www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns)/i, 'atom:'],
  [/purl\.org\/rss\/1\.[01]|my\.netscape\.com\/(rdf|publish)|backend\.userland\.com\/rss/i, ''],
  [/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf/i, 'rdf:'],
  [/^http:\/\/purl\.org\/dc\/elements/i, 'dc:'],
  [/^http:\/\/purl\.org\/dc\/terms/i, 'dcterms:'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content/i, 'content:'],
]

function namespacesOf(xml: string): Map<string, string> {
  const spaces = new Map<string, string>()
  const atomRoot = /^\s*<(?:[\w.-]+:)?feed\b/i.test(xml)
  for (const [, prefix, space] of xml.slice(0, 10_000).matchAll(/\bxmlns:([\w.-]+)\s*=\s*["']\s*([^"']*)/g)) {
    // The longest description first: RSS 1.0's modules share its beginning.
    const known = prefixOfSpace.filter(([pattern]) => pattern.test(space ?? '')).at(-1)
    const canonical = known?.[1]
    if (prefix && canonical !== undefined)
      spaces.set(prefix, atomRoot && canonical === 'atom:' ? '' : canonical)
  }
  return spaces
}

/** Tags repeat; each name is worked out once. */
function canonicalTags(spaces: Map<string, string>): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const canonical = canonicalTag(name, spaces)
    if (known.size < 1_000) known.set(name, canonical)
    return canonical
  }
}

function canonicalTag(name: string, spaces: Map<string, string>): string {
  const colon = name.indexOf(':')
  const prefix = colon < 0 ? null : name.slice(0, colon)
  const local = name.slice(colon + 1).toLowerCase()
  const full = prefix === null ? local : `${spaces.get(prefix) ?? `${prefix.toLowerCase()}:`}${local}`
  return structure.get(full) ?? (wanted.has(full) ? `x-${full}` : 'x-dropped')
}

function canonicalAttribute(name: string): string {
  const lower = name.toLowerCase()
  // Hidden from rss-parser, which would read podcast fields of no use here.
  return lower.startsWith('xmlns') ? `x-${lower.replace(':', '-')}` : lower
}

// Kept as arrays: rss-parser otherwise takes the first of several, which may be the empty one.
function asTaken(): never {
  const fields = [...wanted].map((name) => [`x-${name}`, `x-${name}`, { keepArray: true }])
  return [...fields, ['$', 'attributes', { keepArray: true }]] as never
}

type Entry = Record<string, unknown>

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null
const looseFeed = z.looseObject({ items: z.array(z.custom<Entry>(isEntry)) })

function foundIn(feed: z.infer<typeof looseFeed>, base: string | undefined): FoundFeed {
  const own = attributesOf(feed)['xml:base']
  return {
    title: textsOf(feed, 'title')[0] ?? '',
    link: linksOf(feed)[0] ?? '',
    items: feed.items.map((item) => foundItem(item, own ?? base)),
  }
}

function foundItem(item: Entry, feedBase: string | undefined): FoundItem {
  const own = attributesOf(item)
  const about = own['rdf:about']
  const permalinks = nodesOf(item, 'x-guid')
    .filter((node) => attributesOfNode(node).ispermalink !== 'false')
    .map(textOf)
    .filter((guid) => /^https?:\/\//i.test(guid.trim()))
  return {
    ids: [...textsOf(item, 'id'), ...(about ? [about] : [])],
    titles: textsOf(item, 'title'),
    links: [...linksOf(item), ...permalinks],
    contents: textsOf(item, 'content'),
    dates: textsOf(item, 'date'),
    base: own['xml:base'] ?? feedBase,
  }
}

/** Addresses in the order a reader would open them: the page itself before any other relation. */
function linksOf(entry: Entry): string[] {
  const links = keysOf.link.flatMap((key) => nodesOf(entry, key)).map(linkOf)
  const open = links.filter((link) => link.rank < 9 && link.href.trim() !== '')
  if (open.length > 1) open.sort((one, other) => one.rank - other.rank)
  return open.map((link) => link.href)
}

function linkOf(node: unknown): { rank: number; href: string } {
  const { rel, type, href } = attributesOfNode(node)
  if (href === undefined) return { rank: 0, href: textOf(node) }
  if (rel === undefined || rel === 'alternate') return { rank: !type || /html/.test(type) ? 1 : 2, href }
  return { rank: rel === 'self' || rel === 'related' ? 3 : 9, href }
}

function textsOf(entry: Entry, what: Wanted): string[] {
  const texts: string[] = []
  for (const key of keysOf[what]) {
    const nodes = entry[key]
    if (!Array.isArray(nodes)) continue
    for (const node of nodes) {
      const text = textOf(node)
      if (/\S/.test(text)) texts.push(text)
    }
  }
  return texts
}

function nodesOf(entry: Entry, key: string): unknown[] {
  const found = entry[key]
  return Array.isArray(found) ? found : []
}

/** xml2js gives a string, or an object with the text under `_` and the attributes under `$`. */
function textOf(node: unknown): string {
  if (typeof node === 'string') return node
  return isEntry(node) && typeof node._ === 'string' ? node._ : ''
}

function attributesOfNode(node: unknown): Record<string, string> {
  return isEntry(node) ? attributesIn(node.$) : {}
}

function attributesOf(entry: Entry): Record<string, string> {
  return attributesIn(entry.attributes)
}

const attributes = z.record(z.string(), z.string())

function attributesIn(value: unknown): Record<string, string> {
  return value === undefined ? {} : (attributes.safeParse(value).data ?? {})
}

function rootBase(xml: string): string | undefined {
  return /^\s*<[^>]{0,5000}?\bxml:base\s*=\s*["']([^"']*)/.exec(xml)?.[1]
}
