import { fetchSafely } from '#platform/http.ts'
import type { FetchedDocument } from '#platform/http-outcome.ts'
import type { FeedItem } from './feed-item.ts'
import { maxItems } from './feed-xml.ts'
import type { SourceContext, SourceFetch, SourceWarning } from './source.ts'

export type FetchedPage = FetchedDocument | { ok: false; answer: SourceFetch } | UnchangedPage

type UnchangedPage = { ok: true; notModified: true; answer: SourceFetch }

/** Fetches a list page as a feed is fetched: guarded, bounded, and only when it is news. */
export async function fetchPage(url: string, context: SourceContext, accept: string): Promise<FetchedPage> {
  const { validators, allowPrivate, resolve, signal, timeoutMs } = context
  const fetched = await fetchSafely(url, { ...validators, allowPrivate, resolve, signal, timeoutMs, accept })
  if (!fetched.ok) return { ok: false, answer: fetched }
  if (!fetched.notModified) return fetched
  const { etag, lastModified } = fetched
  const nothing = { ok: true as const, title: null, posts: [], warnings: [] }
  return {
    ok: true,
    notModified: true,
    answer: { ...nothing, notModified: true, validators: { etag, lastModified } },
  }
}

/** What a page's items come to; a list of which nothing matches has most likely been rebuilt by its owner. */
export function pageAnswer(
  { etag, lastModified }: FetchedDocument,
  items: FeedItem[],
  { matched, title = null, warnings }: { matched: number; title?: string | null; warnings: SourceWarning[] },
): SourceFetch {
  if (matched === 0) return { ok: false, problem: { code: 'nothing_matched', details: {} } }
  const posts = items.filter((item) => item.title !== '' || item.text !== '')
  if (posts.length === 0)
    return { ok: false, problem: { code: 'items_without_words', details: { count: matched } } }
  const left = matched - maxItems
  const wordless = items.length - posts.length
  return {
    ok: true,
    title,
    posts,
    notModified: false,
    validators: { etag, lastModified },
    warnings: [
      ...warnings,
      ...(wordless > 0 ? [{ code: 'items_without_words', details: { count: wordless } }] : []),
      ...(left > 0 ? [{ code: 'items_left_out', details: { left, limit: maxItems } }] : []),
    ],
  }
}
