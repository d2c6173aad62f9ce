import Parser from 'rss-parser'
import { z } from 'zod'
import type { FoundItem } from './feed-item.ts'

/** What an XML feed holds, loosely; `lost` items could not be read at all. */
export type FoundFeed = { title: string; link: string; items: FoundItem[] }

/**
 * Reads one well-formed RSS, RDF or Atom document with rss-parser, or null when it is none.
 *
 * rss-parser gives up a whole feed for one unreadable date or a link without address, and keeps authors; so the
 * tags we want reach it under names of our own, which it hands over untouched, and the rest is dropped.
 */
export async function readXmlFeed(xml: string, forgiving = false): Promise<FoundFeed | null> {
  const spaces = namespacesOf(xml)
  const parser = new Parser<Loose, Loose>({
    defaultRSS: 2,
    xml2js: {
      strict: !forgiving,
      tagNameProcessors: [(name: string) => canonicalTag(name, spaces)],
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

const wanted = new Set<string>(Object.values(tags).flat())
/** The tags rss-parser itself finds its way by. */
const structure: Record<string, string> = {
  rss: 'rss',
  'rdf:rdf': 'rdf:RDF',
  channel: 'channel',
  item: 'item',
  feed: 'feed',
  entry: 'entry',
}

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

function canonicalTag(name: string, spaces: Map<string, string>): string {
  const colon = name.indexOf(':')
  const prefix = colon < 0 ? null : name.slice(0, colon)
  const local = name.slice(colon + 1).toLowerCase()
  const full = prefix === null ? local : `${spaces.get(prefix) ?? `${prefix.toLowerCase()}:`}${local}`
  if (structure[full]) return structure[full]
  return wanted.has(full) ? `x-${full}` : 'x-dropped'
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

const looseNode = z.union([
  z.string(),
  z.object({ _: z.string().optional(), $: z.record(z.string(), z.string()).optional() }),
])
type Node = z.infer<typeof looseNode>
const looseEntry = z.record(z.string(), z.unknown())
const looseFeed = looseEntry.and(z.object({ items: z.array(looseEntry) }))

function foundIn(feed: z.infer<typeof looseFeed>, base: string | undefined): FoundFeed {
  const own = attributesOf(feed)['xml:base']
  return {
    title: textsOf(feed, 'title')[0] ?? '',
    link: linksOf(feed)[0] ?? '',
    items: feed.items.map((item) => foundItem(item, own ?? base)),
  }
}

function foundItem(item: Record<string, unknown>, feedBase: string | undefined): FoundItem {
  const attributes = attributesOf(item)
  const about = attributes['rdf:about']
  const permalinks = nodesOf(item, 'guid')
    .filter((node) => attributesOfNode(node).ispermalink !== 'false')
    .map(textOf)
    .filter((guid) => /^https?:\/\//i.test(guid.trim()))
  return {
    ids: [...textsOf(item, 'id'), ...(about ? [about] : [])],
    titles: textsOf(item, 'title'),
    links: [...linksOf(item), ...permalinks],
    contents: textsOf(item, 'content'),
    dates: textsOf(item, 'date'),
    base: attributes['xml:base'] ?? feedBase,
  }
}

/** Addresses in the order a reader would open them: the page itself before any other relation. */
function linksOf(entry: Record<string, unknown>): string[] {
  const nodes = tags.link.flatMap((name) => nodesOf(entry, name))
  const rank = (node: Node) => {
    const { rel, type, href } = attributesOfNode(node)
    if (href === undefined) return 0
    if (rel === undefined || rel === 'alternate') return type === undefined || /html/.test(type) ? 1 : 2
    return rel === 'self' || rel === 'related' ? 3 : 9
  }
  return nodes
    .map((node) => ({ rank: rank(node), href: attributesOfNode(node).href ?? textOf(node) }))
    .filter((link) => link.rank < 9 && link.href.trim() !== '')
    .sort((one, other) => one.rank - other.rank)
    .map((link) => link.href)
}

function textsOf(entry: Record<string, unknown>, what: Wanted): string[] {
  return tags[what].flatMap((name) => nodesOf(entry, name).map(textOf)).filter((text) => text.trim() !== '')
}

function nodesOf(entry: Record<string, unknown>, name: string): Node[] {
  const found = entry[`x-${name}`]
  if (!Array.isArray(found)) return []
  return found.flatMap((node) => {
    const parsed = looseNode.safeParse(node)
    return parsed.success ? [parsed.data] : []
  })
}

function textOf(node: Node): string {
  return typeof node === 'string' ? node : (node._ ?? '')
}

function attributesOfNode(node: Node): Record<string, string> {
  return typeof node === 'string' ? {} : (node.$ ?? {})
}

function attributesOf(entry: Record<string, unknown>): Record<string, string> {
  const parsed = z.record(z.string(), z.string()).safeParse(entry.attributes)
  return parsed.success ? parsed.data : {}
}

function rootBase(xml: string): string | undefined {
  return /^\s*<[^>]{0,5000}?\bxml:base\s*=\s*["']([^"']*)/.exec(xml)?.[1]
}
