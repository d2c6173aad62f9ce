import { allowedPrivate } from '#platform/allowed-private.ts'
import { fetchRobots, askRobots as read } from '#platform/robots.ts'
import { findRobotsFile, type RobotsFile, saveRobotsFile } from '#store/robots-files.ts'
import type { Context } from './context.ts'

export type RobotsVerdict =
  | { allowed: true }
  | { allowed: false; problem: { code: string; details: Record<string, string | number> } }

const keptMs = 24 * 3_600_000
/** A server in trouble is asked for its rules again soon. */
const troubleKeptMs = 600_000

/**
 * Whether a server lets us read an address, by its robots.txt, kept a day for all processes. A server in trouble (5xx)
 * forbids for now, unless it has told its rules before; one that cannot be reached at all decides nothing here.
 */
export async function askRobots(context: Context, url: URL): Promise<RobotsVerdict> {
  const known = await findRobotsFile(context.db, url.origin)
  const file = known && isFresh(known, context.now) ? known : await renewed(context, url.origin, known)
  if (!file) return { allowed: true }
  const host = url.host
  if (file.status >= 500 && file.rules === '') {
    return { allowed: false, problem: { code: 'robots_unreachable', details: { host, status: file.status } } }
  }
  const { allowed, line } = read(file.rules, `${url.origin}${url.pathname}${url.search}`)
  if (allowed) return { allowed }
  return { allowed, problem: { code: 'robots_disallowed', details: { host, line: line ?? '?' } } }
}

/** The gap its robots.txt asks for between two visits, as far as it is known; 0 where it asks for none. */
export async function wantedGapMs(context: Context, url: URL): Promise<number> {
  const known = await findRobotsFile(context.db, url.origin)
  return known ? 1_000 * (read(known.rules, url.href).delaySeconds ?? 0) : 0
}

function isFresh({ status, fetchedAt }: RobotsFile, now: Date): boolean {
  return now.getTime() - fetchedAt.getTime() < (status >= 500 ? troubleKeptMs : keptMs)
}

async function renewed(
  context: Context,
  origin: string,
  known: RobotsFile | null,
): Promise<RobotsFile | null> {
  const fetched = await fetchRobots(origin, { allowPrivate: allowedPrivate() })
  if (!fetched) return known
  // In trouble, what it said before still holds.
  const rules = fetched.status >= 500 ? (known?.rules ?? '') : fetched.rules
  const file = { origin, status: fetched.status, rules, fetchedAt: context.now }
  await saveRobotsFile(context.db, file)
  return file
}
