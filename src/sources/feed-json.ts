import { z } from 'zod'
import type { FoundItem } from './feed-item.ts'
import type { FoundFeed } from './feed-xml.ts'

/** Reads a JSON Feed 1.0 or 1.1; null when the text is JSON but no feed. Throws SyntaxError when it is no JSON. */
export function readJsonFeed(text: string): { feed: FoundFeed; lost: number } | null {
  const parsed = jsonFeed.safeParse(JSON.parse(text))
  if (!parsed.success) return null
  const { title, home_page_url: link, items } = parsed.data
  const read = items.map((item) => jsonItem.safeParse(item))
  const found = read.flatMap((item) => (item.success ? [foundItem(item.data)] : []))
  return { feed: { title, link, items: found }, lost: read.length - found.length }
}

const words = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((value) => (value === null || value === undefined ? '' : String(value)))

const jsonFeed = z.object({ title: words, home_page_url: words, items: z.array(z.unknown()) })

const jsonItem = z.object({
  id: words,
  url: words,
  external_url: words,
  title: words,
  content_html: words,
  content_text: words,
  summary: words,
  date_published: words,
  date_modified: words,
})

function foundItem(item: z.infer<typeof jsonItem>): FoundItem {
  // Plain text may hold a “<” that is meant; escaped, it survives the reader of HTML.
  const plain = [item.content_text, item.summary].map((text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>'),
  )
  return {
    ids: [item.id],
    titles: [item.title],
    links: [item.url, item.external_url],
    contents: [item.content_html, ...plain],
    dates: [item.date_published, item.date_modified],
  }
}
