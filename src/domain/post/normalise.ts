/** Longest text that is read; what a person cannot have meant to write is not worth the time of the rest (1 MB posts). */
export const longestText = 20_000

/** Plain text from what a source hands over: no tags, no control marks, no empty lines, bounded length. */
export function normaliseText(text: string): string {
  let plain = text.length > longestText * 2 ? text.slice(0, longestText * 2) : text
  if (plain.includes('<')) plain = withoutTags(plain)
  if (plain.includes('&')) plain = withEntities(plain)
  return plain
    .replace(controls, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/[ \t]+\n|\n[ \t]+/gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim()
    .slice(0, longestText)
}

/** Control marks but tab and line ends, and halves of broken surrogate pairs. */
const controls = /(?![\t\n\r])\p{Cc}|\p{Cs}/gu

function withoutTags(text: string): string {
  return text
    .replace(/<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1>|$)/giu, '')
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]{0,200}>/giu, '\n')
    .replace(/<\/?[a-z!][^>]{0,2000}>/giu, '')
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  mdash: '—',
  middot: '·',
}

function withEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (whole, decimal, hex, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    const valid = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return valid ? String.fromCodePoint(code) : ' '
  })
}
