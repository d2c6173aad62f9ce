import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type FeedServer = Awaited<ReturnType<typeof startFeedServer>>

type Item = { id: string; title: string; text: string }

/** Feeds that speak real HTTP on loopback; what is published shows at the next poll. */
export async function startFeedServer() {
  const feeds = new Map<string, Item[]>()
  const server = createServer((request, response) => {
    const name = decodeURIComponent(request.url ?? '').slice(1)
    response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' })
    response.end(rss(name, feeds.get(name) ?? []))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: (name: string) => `http://127.0.0.1:${port}/${encodeURIComponent(name)}`,
    publish(name: string, text: string, title = '') {
      const items = feeds.get(name) ?? []
      feeds.set(name, [{ id: `${name}-${items.length + 1}`, title, text }, ...items])
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function rss(name: string, items: Item[]): string {
  const entries = items.map(
    ({ id, title, text }) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${escaped(title)}</title>` +
      `<author>someone@example.invalid (发帖人甲)</author><description>${escaped(text)}</description></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${escaped(name)}</title>${entries.join('')}</channel></rss>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
