import robotsParser from 'robots-parser'
import type { AllowPrivate } from './address-guard.ts'
import { fetchSafely } from './http.ts'

/** The name by which a robots.txt may speak to us. */
export const robotName = 'Anxin'

/** RFC 9309 wants at least 500 KiB read. */
const maxBytes = 512 * 1024
const crawlDelayMostSeconds = 60

export type FetchedRobots = { status: number; rules: string }

/** The rules of one server; null when it could not be asked or is in trouble, which forbids nothing for ever. */
export async function fetchRobots(
  origin: string,
  options: { allowPrivate?: AllowPrivate },
): Promise<FetchedRobots | null> {
  const fetched = await fetchSafely(`${origin}/robots.txt`, { ...options, maxBytes, accept: 'text/plain' })
  if (fetched.ok && !fetched.notModified) {
    return { status: fetched.status, rules: textOf(fetched.body) }
  }
  if (fetched.ok) return null
  const { code, details } = fetched.problem
  // No file, or one that cannot be read: everything is allowed (RFC 9309 §2.3.1.3).
  if (code === 'http_status' && Number(details.status) < 500) {
    return { status: Number(details.status), rules: '' }
  }
  if (code === 'too_large' || code === 'bad_encoding') return { status: 200, rules: '' }
  return code === 'http_status' ? { status: Number(details.status), rules: '' } : null
}

export type RobotsAnswer = { allowed: boolean; line: number | null; delaySeconds: number | null }

/** Whether we may read `url`, the line that forbids it, and how long a gap is wanted between two visits. */
export function askRobots(rules: string, url: string): RobotsAnswer {
  const robots = robotsParser(new URL('/robots.txt', url).href, rules)
  const allowed = robots.isAllowed(url, robotName) ?? true
  const line = allowed ? -1 : robots.getMatchingLineNumber(url, robotName)
  const delay = robots.getCrawlDelay(robotName)
  return {
    allowed,
    line: line > 0 ? line : null,
    delaySeconds: delay && delay > 0 ? Math.min(delay, crawlDelayMostSeconds) : null,
  }
}

function textOf(body: Buffer): string {
  // PostgreSQL keeps no NUL in a text.
  return body.toString('utf8').replaceAll('\0', '')
}
