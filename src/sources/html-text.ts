import { decodeEntities, numberedCharacter } from './html-entities.ts'

/**
 * The words a reader of an HTML fragment would see: tags gone, scripts and styles gone with their content, blocks on
 * lines of their own. What comes out is text to be shown as text; one scan, so its cost grows with the length only.
 */
export function htmlToText(html: string): string {
  let text = html.includes('<') ? stripTags(html) : html
  if (text.includes('&')) text = decodeEntities(text)
  // Markup that was escaped twice, or written as text, comes to light only now.
  if (text.includes('<') && active.test(text)) text = stripTags(text).replace(new RegExp(active, 'gi'), ' ')
  return tidy(text)
}

/** The same, on one line. */
export function htmlToLine(html: string): string {
  const text = htmlToText(html)
  return text.includes('\n') ? text.replace(/\s+/g, ' ').trim() : text
}

const active = /<\/?(script|style|iframe|object|embed|svg|img|math|link|meta|base|form)\b/i
const tagHead = /<\/?([a-zA-Z][a-zA-Z0-9:-]*)/y
const tagTail = /(?:[^"'>]|"[^"]*"|'[^']*')*>/y
const hidden = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'head'])
const blocks = new Set(
  'address article aside blockquote br caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
)

function stripTags(html: string): string {
  const pieces: string[] = []
  const lastClose = html.lastIndexOf('>')
  const lower = lazily(() => html.toLowerCase())
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0 || open > lastClose) break
    pieces.push(html.slice(at, open))
    const tag = readTag(html, open)
    if (!tag) {
      pieces.push('<')
      at = open + 1
      continue
    }
    at = tag.end
    if (tag.opens && hidden.has(tag.name)) {
      const close = lower().indexOf(`</${tag.name}`, at)
      at = close < 0 ? html.length : close
    } else if (blocks.has(tag.name)) pieces.push('\n')
    else if (tag.name === 'td' || tag.name === 'th') pieces.push(' ')
  }
  pieces.push(html.slice(at))
  return pieces.join('')
}

type Tag = { name: string; opens: boolean; end: number }

function readTag(html: string, open: number): Tag | null {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4)
    return { name: '!', opens: false, end: end < 0 ? html.length : end + 3 }
  }
  if (html[open + 1] === '!' || html[open + 1] === '?')
    return { name: '!', opens: false, end: endOf(html, open) }
  tagHead.lastIndex = open
  const name = tagHead.exec(html)?.[1]?.toLowerCase()
  if (!name) return null
  const end = tagEnd(html, tagHead.lastIndex)
  return { name, opens: html[open + 1] !== '/' && html[end - 2] !== '/', end }
}

function tagEnd(html: string, from: number): number {
  tagTail.lastIndex = from
  // A stray quote would swallow the rest; then the next bracket ends the tag.
  return tagTail.test(html) ? tagTail.lastIndex : endOf(html, from)
}

function endOf(html: string, from: number): number {
  const end = html.indexOf('>', from)
  return end < 0 ? html.length : end + 1
}

function tidy(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  const readable = perhapsControl.test(lines)
    ? lines.replace(/(?![\t\n])\p{Cc}|\p{Cs}|\ufeff/gu, readableControl)
    : lines
  const spaced = wideBlank.test(readable) ? readable.replace(/[^\S\n]+/g, ' ') : readable
  return (spaced.includes('\n') ? spaced.replace(/ ?\n[\n ]*/g, '\n') : spaced).trim()
}

// Tests that cost little and are seldom true stand before rewrites that cost much.
const perhapsControl = /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufefe\uff00-\uffff]/
const wideBlank = /[^\S\n ]| {2}/

/** Bytes of Windows-1252 taken for Unicode become what was meant, half a surrogate a mark; other control characters go. */
function readableControl(character: string): string {
  const point = character.codePointAt(0) ?? 0
  if (point >= 0xd800 && point <= 0xdfff) return '\uFFFD'
  return point >= 0x80 && point <= 0x9f ? (numberedCharacter(point) ?? '') : ''
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
