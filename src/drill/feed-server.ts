import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from './clock.ts'
import { feedDocument } from './feed-document.ts'
import type { Round, RoundPost } from './round.ts'
import type { Evening, ScriptedFeed } from './scenario.ts'

export type FeedServer = {
  port: number
  urlOf(feedId: string): string
  close(): Promise<void>
}

/** Items a feed shows at once, as real ones show only the latest. */
const shownMost = 30

/**
 * Serves the feeds of the evening on loopback: an item appears when the clock has come to it. Answers conditional
 * requests with 304, is slow or out of order where the script says so. `rounds` are those begun so far.
 */
export async function startFeedServer(
  evening: Evening,
  rounds: readonly Round[],
  clock: Clock,
  port: number,
): Promise<FeedServer> {
  const server = createServer((request, response) => {
    const feed = evening.feeds.find((one) => pathOf(one.id) === request.url)
    if (!feed) return void response.writeHead(404).end()
    answer(feed, request, response).catch(() => response.destroy())
  })
  const answer = async (feed: ScriptedFeed, request: IncomingMessage, response: ServerResponse) => {
    if (isDown(feed, rounds.at(-1), clock.now())) return refuse(response, clock.now())
    if (feed.slowMs) await clock.wait(feed.slowMs)
    const items = shownItems(feed, rounds, clock.now())
    const etag = `"${createHash('sha256')
      .update(items.map(({ id }) => id).join())
      .digest('hex')
      .slice(0, 16)}"`
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
    const { contentType, body } = feedDocument(feed.dialect, {
      title: feed.name,
      link: `https://drill.example/${feed.id}`,
      items: items.map((item) => ({ ...item, link: `https://drill.example/${feed.id}/${item.id}` })),
    })
    response.writeHead(200, { 'content-type': contentType, etag }).end(body)
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: bound } = server.address() as AddressInfo
  return {
    port: bound,
    urlOf: (feedId) => `http://127.0.0.1:${bound}${pathOf(feedId)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function pathOf(feedId: string): string {
  return `/feeds/${feedId}`
}

function shownItems(feed: ScriptedFeed, rounds: readonly Round[], now: Date): RoundPost[] {
  return rounds
    .flatMap(({ posts }) => posts)
    .filter((post) => post.script.feed === feed.id && post.shownAt <= now)
    .sort((one, other) => other.shownAt.getTime() - one.shownAt.getTime())
    .slice(0, shownMost)
}

function isDown(feed: ScriptedFeed, round: Round | undefined, now: Date): boolean {
  if (!feed.down || !round) return false
  const seconds = (now.getTime() - round.startsAt.getTime()) / 1_000
  return seconds >= feed.down.from && seconds < feed.down.to
}

/** A site that dies does not always say so: now an error, now a hung-up line. */
function refuse(response: ServerResponse, now: Date): void {
  if (Math.floor(now.getTime() / 20_000) % 2 === 0) response.writeHead(503).end('维护中')
  else response.destroy()
}
