import { decodeText } from './decode.ts'
import { type FeedItem, makeItems } from './feed-item.ts'
import { readJsonFeed } from './feed-json.ts'
import { salvageItems } from './feed-salvage.ts'
import { type FoundFeed, maxItems, readXmlFeed } from './feed-xml.ts'
import { htmlToLine } from './html-text.ts'
import type { SourceWarning } from './source.ts'
import { repairXml } from './xml-repair.ts'

export type { FeedItem } from './feed-item.ts'

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json' | 'other'

export type Feed = {
  format: FeedFormat
  title: string | null
  items: FeedItem[]
  warnings: SourceWarning[]
}

export type FeedProblemCode = 'empty' | 'not_a_feed' | 'ill_formed'

export type FeedProblem = { code: FeedProblemCode; details: Record<string, string | number> }

export type ParsedFeed = { ok: true; feed: Feed } | { ok: false; problem: FeedProblem }

export type FeedContext = {
  /** Where the document came from: relative links start here. */
  url?: string | null
  /** The HTTP header, for its charset. */
  contentType?: string | null
  now: Date
}

/**
 * Reads RSS 0.9x–2.0, RDF, Atom or JSON Feed out of a document somebody else wrote. Never throws: a broken document
 * yields its good items with a warning, or a problem that says what it is instead of a feed.
 */
export async function parseFeed(document: Uint8Array | string, context: FeedContext): Promise<ParsedFeed> {
  const { text, warnings } =
    typeof document === 'string'
      ? { text: document.replace(/^\uFEFF/, ''), warnings: [] }
      : decodeText(document, context.contentType ?? null)
  const start = text.slice(0, 5_000).trimStart()
  if (start === '' && text.trim() === '') return problem('empty')
  const read = /^[{[]/.test(start) ? readJson(text) : await readXml(text)
  if (!read.ok) return read
  const { format, found, warnings: odd } = read
  const taken = found.items.slice(0, maxItems)
  const left = found.items.length - taken.length + read.leftOut
  const made = makeItems(taken, { url: linkBase(context.url, found.link), now: context.now })
  const tooMany = left > 0 ? [{ code: 'items_left_out', details: { left, limit: maxItems } }] : []
  return {
    ok: true,
    feed: {
      format,
      title: htmlToLine(found.title).slice(0, 300) || null,
      items: made.items,
      warnings: [...warnings, ...odd, ...made.warnings, ...tooMany],
    },
  }
}

type Read =
  | { ok: true; format: FeedFormat; found: FoundFeed; warnings: SourceWarning[]; leftOut: number }
  | { ok: false; problem: FeedProblem }

async function readXml(text: string): Promise<Read> {
  const { xml, declaredEntities } = repairXml(text)
  const root = /^\s*<([\w.:-]+)/.exec(xml)?.[1]?.toLowerCase() ?? ''
  const format = formatOf(root)
  if (xml.trim() === '' && /^\s*<[!?]/.test(text)) return problem('empty')
  if (!format) return notAFeed(root, text)
  const warnings = declaredEntities ? [{ code: 'entities_ignored', details: {} }] : []
  const whole = format === 'other' ? null : await readXmlFeed(xml)
  if (whole && whole.items.length > 0) {
    return { ok: true, format, found: whole, warnings, leftOut: whole.leftOut ?? 0 }
  }
  const { feed, lost, leftOut } = await salvageItems(xml, maxItems)
  const broken =
    whole || format === 'other' ? [] : [{ code: 'ill_formed', details: { kept: feed.items.length, lost } }]
  const found = feed.items.length > 0 ? feed : (whole ?? feed)
  return { ok: true, format, found, warnings: [...warnings, ...broken], leftOut }
}

function readJson(text: string): Read {
  try {
    const read = readJsonFeed(text)
    if (!read) return problem('not_a_feed', { found: 'json' })
    const warnings = read.lost > 0 ? [{ code: 'items_unreadable', details: { count: read.lost } }] : []
    return { ok: true, format: 'json', found: read.feed, warnings, leftOut: 0 }
  } catch {
    return problem('ill_formed', { found: 'json' })
  }
}

function formatOf(root: string): FeedFormat | null {
  const local = root.slice(root.indexOf(':') + 1)
  if (local === 'rss') return 'rss'
  if (local === 'rdf') return 'rdf'
  if (local === 'feed') return 'atom'
  // RSS 1.1 and CDF: rare, but their items are cut out all the same.
  return local === 'channel' ? 'other' : null
}

/** Says what came instead of a feed, and where the page says its feed is. */
function notAFeed(root: string, text: string): Read {
  const html =
    root === 'html' || /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(text.slice(0, 5_000))
  if (!html) return problem('not_a_feed', { found: root === '' ? 'text' : root.slice(0, 40) })
  const link =
    /<link\b[^>]{0,500}type\s*=\s*["']application\/(?:rss|atom|feed)\+(?:xml|json)["'][^>]{0,500}>/i.exec(
      text.slice(0, 100_000),
    )?.[0]
  const feedLink = /href\s*=\s*["']([^"']{1,500})/i.exec(link ?? '')?.[1]
  return problem('not_a_feed', { found: 'html', ...(feedLink ? { feedLink } : {}) })
}

function linkBase(url: string | null | undefined, feedLink: string): string | null {
  if (url) return url
  return /^https?:\/\//i.test(feedLink.trim()) ? feedLink.trim() : null
}

function problem(code: FeedProblemCode, details: FeedProblem['details'] = {}) {
  return { ok: false as const, problem: { code, details } }
}
