import { guessChineseEncoding } from './guess-chinese-encoding.ts'
import type { SourceWarning } from './source.ts'

export type Decoded = { text: string; encoding: string; warnings: SourceWarning[] }

/**
 * Turns bytes into text: byte order mark, then the HTTP header's charset, then the XML prolog, then valid UTF-8,
 * then a guess between GB18030 and Big5. A label the bytes contradict is passed over with a warning. Never throws.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null = null): Decoded {
  const marked = byMark(bytes)
  if (marked) return marked
  const labels = [labelOfHeader(contentType), labelOfProlog(bytes)].filter((label) => label !== null)
  const utf8 = tryDecode(bytes, 'utf-8')
  const plain = utf8 !== null && isAscii(bytes)
  for (const label of labels) {
    const encoding = encodingOf(label)
    if (!encoding) continue
    // Latin labels fit any bytes and are often a server's default; real multi-byte UTF-8 is never there by chance.
    const text =
      encoding === 'utf-8'
        ? utf8
        : isLatin(encoding) && utf8 !== null && !plain
          ? null
          : tryDecode(bytes, encoding)
    if (text !== null) return { text, encoding, warnings: mislabelled(labels, encoding) }
  }
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', warnings: mislabelled(labels, 'utf-8') }
  if (isSingleByte(bytes)) return { ...latin(bytes), warnings: mislabelled(labels, 'windows-1252', true) }
  const broken = brokenUtf8(bytes, labels)
  if (broken) return broken
  const guess = guessChineseEncoding(bytes)
  if (guess) return { ...guess, warnings: mislabelled(labels, guess.encoding, true) }
  return decodeBroken(bytes, labels)
}

type Mark = { encoding: string; bytes: number[] }

const marks: Mark[] = [
  { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
  // No mark, but “<?” spelled in wide characters.
  { encoding: 'utf-32le', bytes: [0x3c, 0, 0, 0] },
  { encoding: 'utf-32be', bytes: [0, 0, 0, 0x3c] },
  { encoding: 'utf-16le', bytes: [0x3c, 0, 0x3f, 0] },
  { encoding: 'utf-16be', bytes: [0, 0x3c, 0, 0x3f] },
]

function byMark(bytes: Uint8Array): Decoded | null {
  const mark = marks.find((one) => one.bytes.every((byte, at) => bytes[at] === byte))
  if (!mark) return null
  const { encoding } = mark
  const whole = encoding.startsWith('utf-32') ? decodeUtf32(bytes, encoding) : tryDecode(bytes, encoding)
  const text = whole ?? new TextDecoder(encoding).decode(bytes)
  const warnings = whole === null ? [replaced(encoding, countOf(text, '\uFFFD'))] : []
  return { text: text.replace(/^\uFEFF/, ''), encoding, warnings }
}

function labelOfHeader(contentType: string | null): string | null {
  return /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null
}

function labelOfProlog(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const prolog = /^\s*<\?xml[^>]{0,500}?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)
  return prolog?.[1]?.toLowerCase() ?? null
}

/** The canonical name of a label, or null when nobody knows it; the wider GB18030 stands for its two subsets. */
function encodingOf(label: string): string | null {
  if (/^(gb2312|gbk|gb_2312-80|x-gbk|cp936|ms936|hz-gb-2312|gb18030)$/.test(label)) return 'gb18030'
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

function isLatin(encoding: string): boolean {
  return encoding === 'windows-1252' || /^iso-8859-/.test(encoding)
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false
  return true
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function mislabelled(labels: string[], used: string, guessed = false): SourceWarning[] {
  const [first] = labels
  if (first !== undefined && encodingOf(first) !== used) {
    return [{ code: 'encoding_mislabelled', details: { declared: first.slice(0, 40), used } }]
  }
  return guessed ? [{ code: 'encoding_guessed', details: { used } }] : []
}

/** True for text whose characters above ASCII stand alone, as é does in a French word and no Chinese one does. */
function isSingleByte(bytes: Uint8Array): boolean {
  let runs = 0
  let singles = 0
  for (let at = 0; at < bytes.length; at++) {
    if (!isHigh(bytes[at])) continue
    runs++
    if (!isHigh(bytes[at + 1])) singles++
    while (isHigh(bytes[at + 1])) at++
  }
  return singles > runs * 0.6
}

function isHigh(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80
}

function latin(bytes: Uint8Array): { text: string; encoding: string } {
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
}

/** UTF-8 with a few bad bytes (cut by a length limit, say): any other encoding read as UTF-8 would be mostly bad. */
function brokenUtf8(bytes: Uint8Array, labels: string[]): Decoded | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const lost = countOf(text, '\uFFFD')
  if (lost * 20 > bytes.reduce((count, byte) => count + (isHigh(byte) ? 1 : 0), 0)) return null
  return { text, encoding: 'utf-8', warnings: [...mislabelled(labels, 'utf-8'), replaced('utf-8', lost)] }
}

/** Nothing fits whole: the declared encoding, or the one of the usual three that loses least. */
function decodeBroken(bytes: Uint8Array, labels: string[]): Decoded {
  const declared = labels.map(encodingOf).filter((encoding) => encoding !== null)
  const candidates = [...declared, 'utf-8', 'gb18030', 'big5'].map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes)
    return { encoding, text, lost: countOf(text, '\uFFFD') }
  })
  const { encoding, text, lost } = candidates.reduce((least, one) => (one.lost < least.lost ? one : least))
  return { text, encoding, warnings: [...mislabelled(labels, encoding), replaced(encoding, lost)] }
}

function replaced(encoding: string, lost: number): SourceWarning {
  return { code: 'bytes_replaced', details: { encoding, lost } }
}

function countOf(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++
  return count
}

function decodeUtf32(bytes: Uint8Array, encoding: string): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, encoding === 'utf-32le')
    pieces.push(point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD')
  }
  return pieces.join('')
}
