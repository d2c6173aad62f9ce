import { type HTMLElement, parse } from 'node-html-parser'
import { z } from 'zod'
import type { FieldHint } from '#contracts/form-field.ts'
import { decodeText } from './decode.ts'
import { type FoundItem, makeItems } from './feed-item.ts'
import { maxItems } from './feed-xml.ts'
import { htmlToLine } from './html-text.ts'
import { fetchPage, pageAnswer } from './list-page.ts'
import { plainMarkup } from './plain-markup.ts'
import type { Source, SourceContext, SourceFetch } from './source.ts'

const selector = (example: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine(isSelector, { error: 'bad_selector' })
    .meta({ example } satisfies FieldHint)

export const htmlConfig = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .meta({ example: 'https://' } satisfies FieldHint),
  /** One entry of the list; the other selectors look inside it. */
  item: selector('ul.list > li'),
  title: selector('a'),
  text: selector('p.summary').optional(),
  /** Its `href` is followed by nobody; it is the link shown beside the post. */
  link: selector('a').optional(),
  date: selector('.date').optional(),
})

export type HtmlConfig = z.infer<typeof htmlConfig>

/** A list on a web page, found by CSS selectors. */
export const htmlSource: Source<HtmlConfig> = {
  kind: 'html',
  config: htmlConfig,
  address: ({ url }) => url,
  fetch: fetchHtml,
}

/** Deeper than any page people write; the parser's memory and the selectors' time grow with the depth. */
const maxDepth = 300
/** A list page is some hundred kilobytes; the parser blocks this process for about a second per million letters. */
const maxLetters = 1_000_000

async function fetchHtml(config: HtmlConfig, context: SourceContext): Promise<SourceFetch> {
  const page = await fetchPage(config.url, context, 'text/html, application/xhtml+xml, */*;q=0.5')
  if (!page.ok || page.notModified) return page.answer
  const { text, warnings } = decodeText(page.body, page.contentType ?? metaCharset(page.body))
  const { html, depth } = plainMarkup(text.slice(0, maxLetters))
  if (depth > maxDepth) return { ok: false, problem: { code: 'too_deep', details: { limit: maxDepth } } }
  const document = parse(html, { comment: false, blockTextElements: {} })
  const items = document.querySelectorAll(config.item)
  const base = document.querySelector('base[href]')?.getAttribute('href')
  const found = items.slice(0, maxItems).map((item) => foundItem(item, config, base))
  const made = makeItems(found, { url: page.finalUrl, now: context.now })
  const title = htmlToLine(document.querySelector('title')?.innerHTML ?? '').slice(0, 300)
  return pageAnswer(page, made.items, {
    matched: items.length,
    title: title || null,
    warnings: [
      ...warnings,
      ...made.warnings,
      ...(text.length > maxLetters ? [{ code: 'bytes_left_out', details: { limitBytes: 1024 * 1024 } }] : []),
    ],
  })
}

function foundItem(item: HTMLElement, config: HtmlConfig, base: string | undefined): FoundItem {
  const inner = (wanted: string | undefined) => (wanted ? oneIn(item, wanted) : null)
  const date = inner(config.date)
  const link = inner(config.link ?? config.title)
  const href = link?.getAttribute('href') ?? link?.querySelector('a[href]')?.getAttribute('href')
  const title = inner(config.title)
  return {
    ids: [],
    titles: title ? [title.getAttribute('title') ?? '', title.innerHTML] : [],
    links: href ? [unescaped(href)] : [],
    contents: [inner(config.text)?.innerHTML ?? ''],
    dates: date ? [date.getAttribute('datetime') ?? '', bareDate(htmlToLine(date.innerHTML))] : [],
    base,
  }
}

/** The first match inside, or the item itself where it is what was asked for. */
function oneIn(item: HTMLElement, wanted: string): HTMLElement | null {
  return item.querySelector(wanted) ?? (item.matches?.(wanted) ? item : null)
}

function unescaped(href: string): string {
  return href.replaceAll('&amp;', '&')
}

/** “发布时间：[2026-11-23]” is a date in its clothes. */
function bareDate(written: string): string {
  return written.replace(/^[^\d]{0,20}(?=\d)/, '').replace(/[\])）】\s]+$/, '')
}

function metaCharset(body: Uint8Array): string | null {
  const head = Buffer.from(body.subarray(0, 2048)).toString('latin1')
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})/i.exec(head)?.[1]
  return label ? `text/html; charset=${label}` : null
}

function isSelector(written: string): boolean {
  // A list of selectors or of nested conditions could make one page take minutes.
  if (/:(?:has|is|where|not|contains|icontains)\(/i.test(written) || written.split(',').length > 4)
    return false
  try {
    parse('<p></p>').querySelector(written)
    return true
  } catch {
    return false
  }
}
