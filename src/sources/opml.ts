import { generateOpml, type Opml, parseOpml } from 'feedsmith'
import { ok, type Result, refusal } from '#domain/result.ts'
import { decodeText } from './decode.ts'
import { htmlToLine } from './html-text.ts'
import { repairXml } from './xml-repair.ts'

/** A feed as an OPML file names it. */
export type OpmlFeed = {
  name: string
  url: string
  bestEffort: boolean
}

/** A feed with the line of the file it stands on. */
export type OpmlEntry = OpmlFeed & { line: number }

export type OpmlProblem = 'too_large' | 'not_opml' | 'no_feeds' | 'too_many_feeds'

export const maxOpmlBytes = 2 * 1024 * 1024
const maxFeeds = 2_000
const bestEffortCategory = '/best-effort'

/** Reads the feeds out of an OPML file somebody else wrote, folders and all; nothing outside the file is read. */
export function readOpml(bytes: Uint8Array): Result<OpmlEntry[], OpmlProblem> {
  if (bytes.length > maxOpmlBytes) return refusal('too_large', { limitBytes: maxOpmlBytes })
  const { text } = decodeText(bytes)
  const outlines = outlinesIn(text)
  if (!outlines) return refusal('not_opml')
  const lines = linesOf(text)
  const entries = outlines.flatMap((outline, at) => {
    const url = outline.xmlUrl?.trim() ?? ''
    if (url === '') return []
    const name = htmlToLine(outline.title || outline.text || '').slice(0, 200)
    return [{ line: lines[at] ?? 0, name, url, bestEffort: outline.category === bestEffortCategory }]
  })
  if (entries.length === 0) return refusal('no_feeds')
  return entries.length > maxFeeds ? refusal('too_many_feeds', { limit: maxFeeds }) : ok(entries)
}

/** Writes feeds as OPML 2.0, so that another room, or another reader, can take them over. */
export function writeOpml(title: string, feeds: OpmlFeed[], now: Date): string {
  return generateOpml({
    head: { title, dateCreated: now },
    body: {
      outlines: feeds.map(({ name, url, bestEffort }) => ({
        text: name,
        title: name,
        type: 'rss',
        xmlUrl: url,
        ...(bestEffort ? { category: bestEffortCategory } : {}),
      })),
    },
  })
}

type Outline = Opml.Outline<string>

/** Every outline in the order of the file, whatever folder it is in; null when the text is no OPML. */
function outlinesIn(text: string): Outline[] | null {
  try {
    const { body } = parseOpml(repairXml(text, /^title$/i).xml)
    const flat: Outline[] = []
    const waiting = [...(body?.outlines ?? [])].reverse() as Outline[]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      flat.push(next)
      waiting.push(...([...(next.outlines ?? [])].reverse() as Outline[]))
    }
    return flat
  } catch {
    return null
  }
}

/** The line each outline begins on; comments are blanked, not cut, so that the lines keep their numbers. */
function linesOf(text: string): number[] {
  const bare = text.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ' '))
  const lines: number[] = []
  let line = 1
  let at = 0
  for (const { index } of bare.matchAll(/<outline\b/gi)) {
    for (let end = bare.indexOf('\n', at); end >= 0 && end < index; end = bare.indexOf('\n', at)) {
      line += 1
      at = end + 1
    }
    lines.push(line)
  }
  return lines
}
