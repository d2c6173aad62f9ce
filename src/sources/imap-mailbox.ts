import { isIP } from 'node:net'
import { ImapFlow } from 'imapflow'
import { isPublicAddress } from '#platform/address-guard.ts'
import { guardedAddress } from '#platform/guarded-address.ts'
import type { ImapConfig } from './imap-source.ts'
import type { SourceContext, SourceProblem } from './source.ts'

export type MailboxRead =
  | {
      ok: true
      messages: Uint8Array[]
      /** Messages too big to be fetched; they stay unread in the mailbox. */
      tooLarge: number
      /** Up to where the folder was read, to be given back as a validator next time. */
      mark: string
    }
  | { ok: false; problem: SourceProblem }

/** Messages of one poll; the rest waits for the next. */
export const maxMessages = 100
const maxMessageBytes = 10 * 1024 * 1024
const maxPollBytes = 40 * 1024 * 1024
const timeoutMs = 60_000

/**
 * Reads what is new in a folder. The first time that is what nobody has opened; later everything after the mark,
 * opened or not, so that a curious officer hides nothing. A message is marked as seen only once it was stored, that
 * is when the mark behind it comes back with the next poll.
 */
export async function readMailbox(config: ImapConfig, context: SourceContext): Promise<MailboxRead> {
  const at = await placeOf(config, context)
  if (!at.ok) return at
  const client = clientFor(config, at.address)
  let expired = false
  const stop = () => client.close()
  const timer = setTimeout(() => {
    expired = true
    stop()
  }, context.timeoutMs ?? timeoutMs)
  context.signal?.addEventListener('abort', stop, { once: true })
  // The library reports a broken line twice; the promise below is the one that is answered.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await readFolder(client, config, context.validators?.etag ?? null)
  } catch (error) {
    return problemOf(error, config, expired ? (context.timeoutMs ?? timeoutMs) : null)
  } finally {
    clearTimeout(timer)
    context.signal?.removeEventListener('abort', stop)
    client.close()
  }
}

async function readFolder(client: ImapFlow, config: ImapConfig, given: string | null): Promise<MailboxRead> {
  const box = await client.mailboxOpen(config.folder)
  const validity = String(box.uidValidity)
  const before = markOf(given, validity)
  if (before > 0) await markSeen(client, before)
  const wanted = before > 0 ? { uid: `${before + 1}:*` } : { seen: false }
  const found = (await client.search(wanted, { uid: true })) || []
  // “n:*” names the last message even when it is older than n.
  const uids = found.filter((uid) => uid > before).sort((one, other) => one - other)
  const { picked, tooLarge, last } = await pickWithin(client, uids.slice(0, maxMessages), before)
  const fetched = picked.length > 0 ? await client.fetchAll(picked, { source: true }, { uid: true }) : []
  await client.logout().catch(() => undefined)
  const messages = fetched.sort((one, other) => one.uid - other.uid).map(({ source }) => source)
  return {
    ok: true,
    messages: messages.filter((source) => source !== undefined),
    tooLarge,
    mark: `${validity}:${last}`,
  }
}

/** The oldest messages that one poll may hold at once. */
async function pickWithin(client: ImapFlow, uids: number[], before: number) {
  const sized = uids.length > 0 ? await client.fetchAll(uids, { size: true }, { uid: true }) : []
  const picked: number[] = []
  let [tooLarge, bytes, last] = [0, 0, before]
  for (const { uid, size = 0 } of sized.sort((one, other) => one.uid - other.uid)) {
    const large = size > maxMessageBytes
    if (!large && bytes + size > maxPollBytes) break
    last = uid
    if (large) tooLarge += 1
    else {
      picked.push(uid)
      bytes += size
    }
  }
  return { picked, tooLarge, last }
}

/** Up to the mark; what was too big to be read stays unread for a person to open. */
async function markSeen(client: ImapFlow, upTo: number): Promise<void> {
  const stored = { uid: `1:${upTo}`, seen: false, smaller: maxMessageBytes + 1 }
  const uids = (await client.search(stored, { uid: true })) || []
  if (uids.length > 0) await client.messageFlagsAdd(uids, ['\\Seen'], { uid: true })
}

function clientFor({ host, port, security, user, password }: ImapConfig, address: string): ImapFlow {
  return new ImapFlow({
    host: address,
    port,
    servername: isIP(host) ? undefined : host,
    secure: security === 'tls',
    doSTARTTLS: security === 'tls' ? undefined : security === 'starttls',
    auth: { user, pass: password },
    // Every line of the protocol would be logged, the password's among them.
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    maxLineLength: 1024 * 1024,
    maxLiteralSize: maxMessageBytes + 1024 * 1024,
    maxResponseSize: maxMessageBytes + 2 * 1024 * 1024,
  })
}

/** The very address to connect to, so that no later answer of a name server can be another. */
async function placeOf(
  { host, port, security }: ImapConfig,
  { allowPrivate, resolve }: SourceContext,
): Promise<{ ok: true; address: string } | { ok: false; problem: SourceProblem }> {
  const bare = host.replace(/^\[|\]$/g, '')
  const no = (code: string, details: SourceProblem['details'] = {}) =>
    ({ ok: false, problem: { code, details: { host: bare, ...details } } }) as const
  const found = await guardedAddress(bare, port, allowPrivate, resolve)
  if (!found.ok) return no(found.refusal.code, found.refusal.details)
  if (security === 'none' && isPublicAddress(found.value)) return no('password_in_the_clear')
  return { ok: true, address: found.value }
}

/** The last message read, or 0 when the folder was made anew since or was never read. */
function markOf(given: string | null, validity: string): number {
  const [, knownValidity, uid] = /^(\d+):(\d{1,10})$/.exec(given ?? '') ?? []
  return knownValidity === validity ? Number(uid) : 0
}

/** Only codes: what a server says in words may repeat what it was told. */
function problemOf(error: unknown, { host, folder }: ImapConfig, timedOutMs: number | null): MailboxRead {
  const failure = error as {
    authenticationFailed?: boolean
    code?: string
    responseStatus?: string
    mailboxMissing?: boolean
  }
  const no = (code: string, details: SourceProblem['details'] = {}) =>
    ({ ok: false, problem: { code, details: { host, ...details } } }) as const
  if (timedOutMs !== null) return no('timed_out', { timeoutMs: timedOutMs })
  if (failure.authenticationFailed) return no('login_refused')
  const code = failure.code ?? ''
  if (/TIMEOUT/i.test(code)) return no('timed_out', { timeoutMs: 15_000 })
  if (/TooLarge|TooMany/.test(code)) return no('bad_response', { reason: code })
  if (/^(ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code)) {
    return no('tls_failed', { reason: code })
  }
  if (failure.mailboxMissing || failure.responseStatus === 'NO') return no('folder_missing', { folder })
  return no('connection_failed', { reason: code.slice(0, 60) || 'closed' })
}
