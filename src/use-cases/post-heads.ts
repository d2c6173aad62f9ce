import { nextHeadTry } from '#domain/audit/head-tries.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { env } from '#platform/env.ts'
import { fetchSafely } from '#platform/http.ts'
import { signatureOf } from '#platform/signature.ts'
import { readLogHead } from '#store/event-chain.ts'
import { record } from '#store/event-log.ts'
import {
  claimDueHeads,
  hasHeadOfDay,
  insertPostedHead,
  type PostedHead,
  savePostedHead,
} from '#store/posted-heads.ts'
import type { Context } from './context.ts'

/** Somebody outside who keeps the heads of the log; he knows the secret they are signed with. */
export type HeadKeeper = { url: string; secret: string }

/** Another process that dies over a post leaves it to the others after this long. */
const leaseMs = 120_000
const postTimeoutMs = 10_000

/** The keeper of the settings; a drill has none. */
export function headKeeper({ REALM, AUDIT_HEAD_URL, AUDIT_HEAD_SECRET } = env()): HeadKeeper | null {
  if (REALM !== 'real' || !AUDIT_HEAD_URL || !AUDIT_HEAD_SECRET) return null
  return { url: AUDIT_HEAD_URL, secret: AUDIT_HEAD_SECRET }
}

/** Takes the head once a day in Shanghai and posts whatever is due; returns how many got through. */
export async function postDueHeads(context: Context, keeper = headKeeper()): Promise<number> {
  if (!keeper) return 0
  const { db, now } = context
  const day = shanghaiDay(now)
  if (!(await hasHeadOfDay(db, day))) await takeHead(context, day)
  const due = await db.transaction((tx) => claimDueHeads(tx, now, new Date(now.getTime() + leaseMs)))
  let posted = 0
  for (const head of due) if ((await post(context, keeper, head)) === null) posted += 1
  return posted
}

/**
 * Takes the head as it stands and posts it at once; when that fails it is tried again like the daily one.
 * Refusals: role_may_not, no_head_keeper, head_not_posted { host, problem }.
 */
export async function postHeadNow(
  context: Context,
  keeper = headKeeper(),
): Promise<Result<{ seq: number; hash: string }>> {
  const allowed = may(context.actor, 'verify_log')
  if (!allowed.ok) return allowed
  if (!keeper) return refusal('no_head_keeper')
  const head = await takeHead(context, null)
  if (!head) throw new Error('a head of no day cannot be taken twice')
  const problem = await post(context, keeper, head)
  if (problem) return refusal('head_not_posted', { host: new URL(keeper.url).host, problem })
  return ok({ seq: head.seq, hash: head.hash })
}

async function takeHead({ db, now, newId }: Context, day: string | null): Promise<PostedHead | null> {
  const head = await readLogHead(db)
  return insertPostedHead(db, { id: newId(), ...head, takenAt: now, day, nextTryAt: now })
}

/** Null when the keeper has it, else what stood in the way. */
async function post(context: Context, keeper: HeadKeeper, head: PostedHead): Promise<string | null> {
  const { db, now } = context
  const { seq, hash, takenAt } = head
  const body = JSON.stringify({ realm: env().REALM, seq, hash, takenAt: takenAt.toISOString() })
  const timestamp = String(Math.floor(now.getTime() / 1_000))
  const told = await fetchSafely(keeper.url, {
    post: {
      body,
      headers: {
        'content-type': 'application/json',
        'x-anxin-timestamp': timestamp,
        'x-anxin-signature': signatureOf(keeper.secret, timestamp, body),
      },
    },
    timeoutMs: postTimeoutMs,
    maxRedirects: 0,
    maxBytes: 64 * 1024,
    // The address is a setting of whoever runs the machine, not of a user.
    allowPrivate: () => true,
  })
  const attempts = head.attempts + 1
  if (told.ok) {
    await savePostedHead(db, { id: head.id, attempts, nextTryAt: null, postedAt: now, problem: null })
    return null
  }
  const { code, details } = told.problem
  const nextTryAt = nextHeadTry(attempts, now)
  await savePostedHead(db, { id: head.id, attempts, nextTryAt, postedAt: null, problem: { code, details } })
  if (!nextTryAt) await tellUndelivered(context, keeper, { seq, hash, attempts, problem: code })
  return code
}

async function tellUndelivered(
  { db, now }: Context,
  { url }: HeadKeeper,
  undelivered: { seq: number; hash: string; attempts: number; problem: string },
): Promise<void> {
  const data = { ...undelivered, host: new URL(url).host }
  await db.transaction((tx) =>
    record(tx, [{ name: 'log_head.undelivered', data, incidentId: null, route: null }], {
      at: now,
      actor: null,
    }),
  )
}
