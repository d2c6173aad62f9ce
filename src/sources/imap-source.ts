import { z } from 'zod'
import type { FieldHint } from '#contracts/form-field.ts'
import { readMailbox } from './imap-mailbox.ts'
import { postsOfMail } from './mail-posts.ts'
import type { Source, SourceContext, SourceFetch, SourceWarning } from './source.ts'

export const imapConfig = z.object({
  host: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$|^\[?[0-9a-f:.]+\]?$/)
    .max(253)
    .meta({ example: 'imap.example.org' } satisfies FieldHint),
  port: z.coerce.number().int().min(1).max(65_535).default(993),
  /** `none` sends the password in the clear, so it is refused for a public address. */
  security: z.enum(['tls', 'starttls', 'none']).default('tls'),
  user: z.string().trim().min(1).max(200),
  password: z
    .string()
    .min(1)
    .max(500)
    .meta({ secret: true } satisfies FieldHint),
  folder: z.string().trim().min(1).max(200).default('INBOX'),
  /** The sender whose saved columns apply to attached tables; without one the columns are guessed. */
  sender: z.string().trim().min(1).max(100).optional(),
})

export type ImapConfig = z.infer<typeof imapConfig>

/** A mailbox to which reports are sent: subject and text of each message, and the rows of attached tables. */
export const imapSource: Source<ImapConfig> = {
  kind: 'imap',
  config: imapConfig,
  address: ({ host, port, user, folder }) =>
    `imap://${encodeURIComponent(user)}@${host}:${port}/${encodeURIComponent(folder)}`,
  fetch: fetchMailbox,
}

async function fetchMailbox(config: ImapConfig, context: SourceContext): Promise<SourceFetch> {
  const read = await readMailbox(config, context)
  if (!read.ok) return read
  const mapping = config.sender ? ((await context.mappingOf?.(config.sender)) ?? null) : null
  const posts: Extract<SourceFetch, { ok: true }>['posts'] = []
  const counts = new Map<string, number>()
  const note = (code: string, count = 1) => counts.set(code, (counts.get(code) ?? 0) + count)
  for (const raw of read.messages) {
    posts.push(...(await postsOfMail(raw, { mapping, now: context.now, note })))
  }
  if (read.tooLarge > 0) note('mail_too_large', read.tooLarge)
  const warnings: SourceWarning[] = [...counts].map(([code, count]) => ({ code, details: { count } }))
  return {
    ok: true,
    title: null,
    posts,
    notModified: read.messages.length === 0 && read.tooLarge === 0,
    validators: { etag: read.mark, lastModified: null },
    warnings,
  }
}
