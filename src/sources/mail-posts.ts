import { createHash } from 'node:crypto'
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import type { Channel, RawPost } from '#domain/post/post.ts'
import { isPlausible, readDate } from './feed-date.ts'
import { guessMapping, type MappingField } from './hotline-mapping.ts'
import { previewHotlineTable, readHotlineTable } from './hotline-table.ts'
import { htmlToLine, htmlToText } from './html-text.ts'

type Reading = {
  /** The columns an officer set for this mailbox's tables; null to guess. */
  mapping: Partial<Record<MappingField, string>> | null
  now: Date
  note: (code: string, count?: number) => void
}

const maxText = 100_000
/** Attached tables read of one message. */
const maxTables = 5

/**
 * The posts a message holds: its subject and words, and each row of an attached table. Who sent it, to whom and by
 * which way is parsed and dropped; the message is recognised by a hash of its own id.
 */
export async function postsOfMail(
  raw: Uint8Array,
  { mapping, now, note }: Reading,
): Promise<(RawPost & { channel?: Channel })[]> {
  const mail = await parsed(raw)
  if (!mail) {
    note('mail_unreadable')
    return []
  }
  const posts: (RawPost & { channel?: Channel })[] = []
  const said = await messageOf(mail, raw, now)
  if (said.title !== '' || said.text !== '') posts.push(said)
  const tables = mail.attachments.filter(isTable)
  if (tables.length > maxTables) note('attachments_left_out', tables.length - maxTables)
  for (const table of tables.slice(0, maxTables)) {
    const rows = await rowsOf(bytesOf(table), mapping, now)
    if (!rows) note('attachment_unmapped')
    else {
      posts.push(...rows.posts)
      if (rows.lost > 0) note('rows_unreadable', rows.lost)
    }
  }
  return posts
}

async function parsed(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, { maxNestingDepth: 50, maxHeadersSize: 512 * 1024 })
  } catch {
    return null
  }
}

async function messageOf(mail: Email, raw: Uint8Array, now: Date): Promise<RawPost> {
  const { text = '', html = '', subject = '', date, messageId } = mail
  // The plain part is for reading; escaped, a “<” that is meant survives the reader of HTML.
  const words = text.trim() === '' ? html : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const sent = date ? readDate(date) : null
  return {
    externalId: `mail:${createHash('sha256')
      .update(messageId ?? raw)
      .digest('hex')}`,
    title: htmlToLine(subject.replaceAll('<', '&lt;')).slice(0, 500),
    text: htmlToText(words).slice(0, maxText),
    url: null,
    publishedAt: sent && isPlausible(sent, now) ? sent : null,
  }
}

function isTable({ filename, mimeType, disposition }: Attachment): boolean {
  if (disposition === 'inline' && !filename) return false
  return /\.(csv|xlsx)$/i.test(filename ?? '') || /^text\/csv$|spreadsheetml\.sheet$/i.test(mimeType ?? '')
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
}

async function rowsOf(bytes: Uint8Array, saved: Reading['mapping'], now: Date) {
  const columns = saved ?? (await guessed(bytes))
  const { text } = columns ?? {}
  if (!text) return null
  const read = await readHotlineTable(bytes, { ...columns, text }, now)
  if (!read.ok) return null
  const posts = read.value.rows.map(({ post, channel }) => ({ ...post, channel }))
  return { posts, lost: read.value.errors.length }
}

async function guessed(bytes: Uint8Array): Promise<ReturnType<typeof guessMapping> | null> {
  const preview = await previewHotlineTable(bytes)
  return preview.ok ? guessMapping(preview.value.headers) : null
}
