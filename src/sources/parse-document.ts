import { type FeedContext, type FeedFormat, type FeedProblem, parseFeed } from './feed.ts'
import type { SourceWarning } from './source.ts'

export type ParsedItem = {
  id: string
  title: string
  url: string | null
  /** ISO 8601 in UTC. */
  publishedAt: string | null
  text: string
}

export type ParsedDocument =
  | { ok: true; format: FeedFormat; title: string | null; items: ParsedItem[]; warnings: SourceWarning[] }
  | { ok: false; problem: FeedProblem }

/** What `anxin parse` prints for a document, as plain data. */
export async function parseDocument(
  document: Uint8Array | string,
  context: FeedContext,
): Promise<ParsedDocument> {
  const parsed = await parseFeed(document, context)
  if (!parsed.ok) return parsed
  const { format, title, items, warnings } = parsed.feed
  return {
    ok: true,
    format,
    title,
    warnings,
    items: items.map((item) => ({
      id: item.externalId,
      title: item.title,
      url: item.url,
      publishedAt: item.publishedAt?.toISOString() ?? null,
      text: item.text,
    })),
  }
}
