export type ReplyVerb = 'accept' | 'escalate'

/** "1 4821" or "2 4821", with whatever a telephone puts between; the verbs are the same on every channel. */
export function readReply(text: string): { verb: ReplyVerb; code: string } | null {
  const plain = text.normalize('NFKC').trim()
  const [, said = '', code] = /^(1|2|接收?|升级?)[\s,，.。:：+-]*(\d{4}|\d{6})[\s.。!！]*$/.exec(plain) ?? []
  if (!code) return null
  return { verb: said === '1' || said.startsWith('接') ? 'accept' : 'escalate', code }
}

/** Two writings of one number: country code, spaces and hyphens do not matter. */
export function isSameNumber(one: string, other: string): boolean {
  const bare = (number: string) =>
    number
      .normalize('NFKC')
      .replace(/[\s()-]/g, '')
      .replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return bare(one) !== '' && bare(one) === bare(other)
}
