/** What a feed says beside its items: how often it wants to be asked, and who pushes it. */
export type FeedHints = {
  /** Seconds between two visits its publisher thinks enough. */
  publisherSeconds: number | null
  /** A WebSub hub, and the name under which it knows this feed. */
  hub: string | null
  topic: string | null
}

/** The head of a feed stands before its items; a hub named after this many bytes is not looked for. */
const headBytes = 32 * 1024

/**
 * Reads `ttl`, `sy:updatePeriod` and the links `hub` and `self` from the `Link` header and the head of the document;
 * the header wins. Plain patterns on the head only: nothing is resolved, and a feed of any size costs the same.
 */
export function readFeedHints(body: Buffer, { link, url }: { link: string | null; url: string }): FeedHints {
  const head = headOf(body)
  const fromHeader = (rel: string) => headerLink(link ?? '', rel)
  const hub = fromHeader('hub') ?? documentLink(head, 'hub') ?? jsonHub(head)
  const topic =
    fromHeader('self') ?? documentLink(head, 'self') ?? /"feed_url"\s*:\s*"([^"]{1,2000})"/.exec(head)?.[1]
  const address = hub ? httpAddress(hub, url) : null
  return {
    publisherSeconds: ttlSeconds(head) ?? updateSeconds(head),
    hub: address,
    topic: address ? ((topic ? httpAddress(topic, url) : null) ?? url) : null,
  }
}

function headOf(body: Buffer): string {
  const start = body.subarray(0, headBytes).toString('latin1')
  const firstItem = start.search(/<(?:item|entry)[\s>]|"items"\s*:/i)
  // JSON Feed may name its hubs after its items; RSS and Atom never do.
  return firstItem > 0 && start.trimStart().startsWith('<') ? start.slice(0, firstItem) : start
}

function headerLink(header: string, rel: string): string | null {
  for (const [, address, rest = ''] of header.slice(0, 8_000).matchAll(/<([^<>]{1,2000})>([^<]*)/g)) {
    const rels = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(rest)
    if ((rels?.[1] ?? rels?.[2] ?? '').toLowerCase().split(/\s+/).includes(rel)) return address ?? null
  }
  return null
}

function documentLink(head: string, rel: string): string | null {
  for (const [tag] of head.matchAll(/<(?:\w{1,20}:)?link\b[^<>]{1,3000}>/gi)) {
    const rels = /\brel\s*=\s*["']([^"']{1,200})["']/i.exec(tag)?.[1] ?? ''
    if (!rels.toLowerCase().split(/\s+/).includes(rel)) continue
    const address = /\bhref\s*=\s*["']([^"']{1,2000})["']/i.exec(tag)?.[1]
    if (address) return address.replaceAll('&amp;', '&')
  }
  return null
}

function jsonHub(head: string): string | null {
  const hubs = /"hubs"\s*:\s*\[([^\]]{1,4000})\]/.exec(head)?.[1] ?? ''
  if (!/"type"\s*:\s*"websub"/i.test(hubs)) return null
  return /"url"\s*:\s*"([^"]{1,2000})"/.exec(hubs)?.[1]?.replaceAll('\\/', '/') ?? null
}

function httpAddress(written: string, base: string): string | null {
  if (!URL.canParse(written, base)) return null
  const url = new URL(written, base)
  return /^https?:$/.test(url.protocol) ? url.href : null
}

function ttlSeconds(head: string): number | null {
  const minutes = Number(/<ttl>\s*(\d{1,6})\s*<\/ttl>/i.exec(head)?.[1] ?? 0)
  return minutes > 0 ? minutes * 60 : null
}

const periods: Record<string, number> = {
  hourly: 3_600,
  daily: 86_400,
  weekly: 7 * 86_400,
  monthly: 30 * 86_400,
  yearly: 365 * 86_400,
}

function updateSeconds(head: string): number | null {
  const period = periods[/<sy:updatePeriod>\s*(\w{1,10})\s*</i.exec(head)?.[1]?.toLowerCase() ?? '']
  if (!period) return null
  const times = Number(/<sy:updateFrequency>\s*(\d{1,4})\s*</i.exec(head)?.[1] ?? 1)
  return Math.round(period / Math.max(1, times))
}
