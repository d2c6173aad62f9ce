/** The last row of a page: newest first by an instant, then by id. */
export type PageCursor = { at: Date; id: string }

export function writeCursor({ at, id }: PageCursor): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')
}

/** Null for anything this program has not written itself. */
export function readCursor(text: string): PageCursor | null {
  const plain = Buffer.from(text, 'base64url').toString('utf8')
  const [, at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f-]{36})$/.exec(plain) ?? []
  const moment = new Date(at ?? '')
  return id && !Number.isNaN(moment.getTime()) ? { at: moment, id } : null
}
