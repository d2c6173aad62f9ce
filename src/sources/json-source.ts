import { type JsonValue, query } from 'jsonpath-rfc9535'
import parsePath from 'jsonpath-rfc9535/parser'
import { z } from 'zod'
import type { FieldHint } from '#contracts/form-field.ts'
import { decodeText } from './decode.ts'
import { type FoundItem, makeItems } from './feed-item.ts'
import { maxItems } from './feed-xml.ts'
import { fetchPage, pageAnswer } from './list-page.ts'
import type { Source, SourceContext, SourceFetch } from './source.ts'

const path = (example: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((written) => pathProblem(written) === null, { error: 'bad_path' })
    .meta({ example } satisfies FieldHint)

export const jsonConfig = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .meta({ example: 'https://' } satisfies FieldHint),
  /** Where the list is in the document; the other paths begin at one item of it. */
  item: path('$.data.list[*]'),
  title: path('$.title').optional(),
  text: path('$.content').optional(),
  link: path('$.url').optional(),
  date: path('$.time').optional(),
  id: path('$.id').optional(),
})

export type JsonConfig = z.infer<typeof jsonConfig>

/** A list in a JSON document at an address, found by JSONPath (RFC 9535). */
export const jsonSource: Source<JsonConfig> = {
  kind: 'json',
  config: jsonConfig,
  address: ({ url }) => url,
  fetch: fetchJson,
}

async function fetchJson(config: JsonConfig, context: SourceContext): Promise<SourceFetch> {
  const page = await fetchPage(config.url, context, 'application/json, */*;q=0.5')
  if (!page.ok || page.notModified) return page.answer
  const { text, warnings } = decodeText(page.body, page.contentType)
  const document = readJson(text)
  if (document === undefined) return { ok: false, problem: { code: 'not_json', details: {} } }
  const nodes = query(document, config.item)
  // A path to the list itself is as good as one to its items.
  const items = nodes.length === 1 && Array.isArray(nodes[0]) ? nodes[0] : nodes
  const found = items.slice(0, maxItems).map((item) => foundItem(item, config))
  const made = makeItems(found, { url: page.finalUrl, now: context.now })
  return pageAnswer(page, made.items, {
    matched: items.length,
    warnings: [...warnings, ...made.warnings],
  })
}

function foundItem(item: JsonValue, config: JsonConfig): FoundItem {
  const said = (expression: string | undefined) =>
    expression === undefined
      ? []
      : query(item, expression)
          .filter((value) => typeof value === 'string' || typeof value === 'number')
          .map(String)
  return {
    ids: said(config.id),
    titles: said(config.title),
    links: said(config.link),
    contents: said(config.text),
    dates: said(config.date),
  }
}

function readJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}

/**
 * Why a path may not be used, or null. `match` and `search` would run a regular expression that can backtrack for
 * hours, and two descents (`..`) visit the square of the document.
 */
function pathProblem(written: string): 'unreadable' | 'expression' | 'descents' | null {
  try {
    parsePath(written)
  } catch {
    return 'unreadable'
  }
  const bare = written.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '')
  if (/\b(?:match|search)\s*\(/.test(bare)) return 'expression'
  return bare.split('..').length > 2 ? 'descents' : null
}
