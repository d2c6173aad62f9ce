import type { IncomingMessage, ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import { vi } from 'vitest'
import type { SourceRow } from '#store/sources.ts'
import { robotsFile } from '#store/tables/robots-file.ts'
import { source } from '#store/tables/source.ts'
import { closeServers, serve } from './loopback-server.ts'
import { openScenario } from './scenario.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

export type FeedStand = Awaited<ReturnType<typeof openFeedStand>>

/** A command room, and a server on loopback whose feeds and robots.txt say what a test wants. */
export async function openFeedStand() {
  const says = { robots: { status: 404, body: '' }, feed: answers(rss('a', 'b')) as Answer }
  const asked: IncomingMessage[] = []
  const askedRobots: IncomingMessage[] = []
  const address = await serve((request, response) => {
    if (request.url === '/robots.txt') {
      askedRobots.push(request)
      response.writeHead(says.robots.status, { 'content-type': 'text/plain' }).end(says.robots.body)
      return
    }
    asked.push(request)
    says.feed(request, response)
  })
  vi.stubEnv('ALLOW_PRIVATE_SOURCES', new URL(address).host)
  const room = await openScenario()
  return {
    room,
    address,
    says,
    asked,
    askedRobots,
    /** Empties the stand: no source, no rules, nothing asked. */
    async clear() {
      asked.length = 0
      askedRobots.length = 0
      says.robots = { status: 404, body: '' }
      says.feed = answers(rss('a', 'b'))
      await room.db.delete(robotsFile)
      await room.db.update(source).set({ removedAt: room.clock.now() })
    },
    async feedAt(path: string, more: Partial<SourceRow> = {}): Promise<string> {
      const { id } = await room.feed(`${path} ${Math.random()}`)
      await room.db
        .update(source)
        .set({ url: `${address}/${path}?${id}`, intervalSeconds: 300, ...more })
        .where(eq(source.id, id))
      return id
    },
    async rowOf(id: string): Promise<SourceRow> {
      const [row] = await room.db.select().from(source).where(eq(source.id, id))
      if (!row) throw new Error('the source is gone')
      return row
    },
    async close() {
      closeServers()
      await room.drop()
      vi.unstubAllEnvs()
    },
  }
}

export function rss(...guids: string[]): string {
  const items = guids.map(
    (guid) => `<item><guid>${guid}</guid><title>第${guid}条：今天天气不错</title></item>`,
  )
  return `<rss version="2.0"><channel><title>本地论坛</title>${items.join('')}</channel></rss>`
}

export function answers(body: string, headers: Record<string, string> = {}, status = 200): Answer {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/rss+xml; charset=utf-8', ...headers })
    response.end(body)
  }
}
