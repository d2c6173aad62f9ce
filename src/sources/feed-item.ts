import { createHash } from 'node:crypto'
import type { PostReach, RawPost } from '#domain/post/post.ts'
import { isPlausible, readDate } from './feed-date.ts'
import { htmlToLine, htmlToText } from './html-text.ts'
import type { SourceWarning } from './source.ts'

/** An item of a feed. Like every raw post it has no author: those fields are never copied out of the feed. */
export type FeedItem = RawPost

/** What a reader of one format found in an item, in the order of preference, before anything is made of it. */
export type FoundItem = {
  ids: string[]
  titles: string[]
  links: string[]
  /** Bodies in HTML or plain text; the longest one wins. */
  contents: string[]
  dates: string[]
  /** The address relative links of this item start from, itself perhaps relative. */
  base?: string
  reach?: PostReach
}

const maxTitle = 500
const maxText = 100_000
const maxLink = 2_000

/** Makes the items of a feed from what was found, with one warning for each kind of oddity. */
export function makeItems(
  found: FoundItem[],
  context: { url: string | null; now: Date },
): { items: FeedItem[]; warnings: SourceWarning[] } {
  const tally = new Map<string, number>()
  const note = (code: string) => tally.set(code, (tally.get(code) ?? 0) + 1)
  const items = found.map((one) => makeItem(one, context, note)).filter((item) => item !== null)
  tellApart(items)
  const warnings = [...tally].map(([code, count]) => ({ code, details: { count } }))
  return { items, warnings }
}

function makeItem(
  found: FoundItem,
  context: { url: string | null; now: Date },
  note: (code: string) => void,
): FeedItem | null {
  const title = firstOf(found.titles.map((one) => htmlToLine(one)))
  const text = longestOf(found.contents.map((one) => htmlToText(one)))
  const url = firstLink(found, context.url)
  const id = firstOf(found.ids.map((one) => one.trim()))
  if (title === '' && text === '' && !url && id === '' && found.dates.length === 0) {
    note('item_empty')
    return null
  }
  if (text.length > maxText) note('text_cut')
  const item: FeedItem = {
    externalId: (id || url || '').slice(0, 1000),
    title: title.slice(0, maxTitle),
    text: text.slice(0, maxText),
    url,
    publishedAt: dateOf(found.dates, context.now, note),
    ...(found.reach && { reach: found.reach }),
  }
  if (item.externalId === '') item.externalId = `sha256:${contentHash(item)}`
  return item
}

function dateOf(dates: string[], now: Date, note: (code: string) => void): Date | null {
  const written = dates.filter((one) => one.trim() !== '')
  if (written.length === 0) return null
  const read = written.map(readDate).filter((date) => date !== null)
  const plausible = read.find((date) => isPlausible(date, now))
  if (plausible) return plausible
  note(read.length > 0 ? 'date_implausible' : 'date_unreadable')
  return null
}

function firstLink(found: FoundItem, feedUrl: string | null): string | null {
  const base = found.base ? (resolveLink(found.base, feedUrl) ?? feedUrl) : feedUrl
  for (const link of found.links) {
    const resolved = resolveLink(link, base)
    if (resolved) return resolved
  }
  return null
}

/**
 * The http address of a link, or null for anything a screen must not offer to open. A relative link stays as it is
 * when nobody knows where its document came from (a file).
 */
function resolveLink(link: string, base: string | null): string | null {
  const trimmed = link.trim()
  if (trimmed === '' || trimmed.length > maxLink) return null
  if (plainLink.test(trimmed)) return trimmed
  if (/^https?:\/\/[^\s<>"'\\]+$/i.test(trimmed) && URL.canParse(trimmed)) {
    const url = new URL(trimmed)
    return trimmed.startsWith(url.origin) ? trimmed : url.href
  }
  if (!base || !URL.canParse(trimmed, base))
    return /^[^\s:<>"'\\]+(\?[^\s<>"'\\]*)?$/.test(trimmed) ? trimmed : null
  const url = new URL(trimmed, base)
  return /^https?:$/.test(url.protocol) && url.href.length <= maxLink ? url.href : null
}

/** A link no parser would change: host in small letters, no port, no password, no dots for folders, plain signs. */
const plainLink =
  /^https?:\/\/[a-z](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z](?:[a-z0-9-]*[a-z0-9])?)+\/(?!\.)(?:[\w~!$&'()*+,;=:@?%#-]|\/(?!\.)|\.(?!\.))*$/

/**
 * Some feeds give all items one guid: without their words in it, all but one would be lost. Every item of the group
 * is renamed, not only the later ones, so that a new item on top does not rename an old one.
 */
function tellApart(items: FeedItem[]): void {
  const first = new Map<string, FeedItem>()
  const shared = new Set<string>()
  for (const item of items) {
    const before = first.get(item.externalId)
    if (!before) first.set(item.externalId, item)
    else if (!sayTheSame(before, item)) shared.add(item.externalId)
  }
  for (const item of shared.size > 0 ? items : []) {
    if (shared.has(item.externalId)) item.externalId += `#${contentHash(item).slice(0, 16)}`
  }
}

function sayTheSame(one: FeedItem, other: FeedItem): boolean {
  return one.title === other.title && one.text === other.text && one.url === other.url
}

function contentHash(item: { title: string; text: string; url: string | null }): string {
  return createHash('sha256')
    .update(JSON.stringify([item.title, item.text, item.url]))
    .digest('hex')
}

function firstOf(candidates: string[]): string {
  return candidates.find((one) => one !== '') ?? ''
}

function longestOf(candidates: string[]): string {
  return candidates.reduce((longest, one) => (one.length > longest.length ? one : longest), '')
}
