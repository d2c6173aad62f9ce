import type { RawPost } from './post.ts'

/**
 * The canonical string by which a message is recognised when it comes again; the caller hashes it with SHA-256 and keeps only the hash.
 * Width, case and blanks do not make a message new; a changed text under the same external id does.
 */
export function fingerprintText(sourceId: string, raw: RawPost): string {
  return [sourceId, raw.externalId, foldBlanks(raw.title), foldBlanks(raw.text)].join('\u0000')
}

function foldBlanks(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, ' ')
    .trim()
    .toLowerCase()
}
