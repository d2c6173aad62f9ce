import { z } from 'zod'
import type { FieldHint } from '#contracts/form-field.ts'
import { fetchSafely } from '#platform/http.ts'
import { parseFeed } from './feed.ts'
import { readFeedHints } from './feed-hints.ts'
import type { Source, SourceContext, SourceFetch } from './source.ts'

export const feedConfig = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .meta({ example: 'https://' } satisfies FieldHint),
  /** Made by somebody else from pages that were not meant to be read so (RSSHub and its like): it may break any day. */
  bestEffort: z.boolean().optional(),
})

export type FeedConfig = z.infer<typeof feedConfig>

/** RSS, Atom, RDF or JSON Feed at an address. */
export const feedSource: Source<FeedConfig> = {
  kind: 'feed',
  config: feedConfig,
  address: ({ url }) => url,
  fetch: fetchFeed,
}

const accept =
  'application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5'

async function fetchFeed({ url }: FeedConfig, context: SourceContext): Promise<SourceFetch> {
  const { validators, allowPrivate, resolve, signal, timeoutMs, now } = context
  const fetched = await fetchSafely(url, { ...validators, allowPrivate, resolve, signal, timeoutMs, accept })
  if (!fetched.ok) return fetched
  const { etag, lastModified } = fetched
  const found = { etag, lastModified }
  if (fetched.notModified) {
    return { ok: true, title: null, posts: [], notModified: true, validators: found, warnings: [] }
  }
  const { body, contentType, finalUrl, link } = fetched
  const parsed = await parseFeed(body, { url: finalUrl, contentType, now })
  if (!parsed.ok) return parsed
  const { title, items, warnings } = parsed.feed
  const posts = items.filter((item) => item.title !== '' || item.text !== '')
  const broken = warnings.find((warning) => warning.code === 'ill_formed')
  // Nothing could be saved: an error to show and to try again after, not a quiet day.
  if (broken && posts.length === 0) return { ok: false, problem: broken }
  const silent = items.length - posts.length
  const wordless = silent > 0 ? [{ code: 'items_without_words', details: { count: silent } }] : []
  return {
    ok: true,
    title,
    posts,
    notModified: false,
    validators: found,
    warnings: [...warnings, ...wordless],
    hints: readFeedHints(body, { link, url: finalUrl }),
  }
}
