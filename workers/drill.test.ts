import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifySignature } from '#platform/signature.ts'
import { findHotlineKey } from '#store/hotline-keys.ts'
import { listSources } from '#store/sources.ts'
import { listUsers } from '#store/users.ts'
import { freshDatabase, type TestDatabase } from '#testing/database.ts'
import { closeServers, serve } from '#testing/loopback-server.ts'

const program = fileURLToPath(new URL('./drill.ts', import.meta.url))

let real: TestDatabase
let drill: TestDatabase
let running: ChildProcess | null = null

beforeEach(async () => {
  real = await freshDatabase()
  drill = await freshDatabase()
})
afterEach(async () => {
  if (running?.exitCode === null) {
    running.kill('SIGKILL')
    await once(running, 'exit')
  }
  closeServers()
  await Promise.all([real.drop(), drill.drop()])
})

describe('the drill program', () => {
  it('refuses to run in the real realm and writes nothing anywhere', async () => {
    const refused = start({ REALM: 'real', DRILL_FEED_PORT: '1' })
    const [code] = await once(refused, 'exit')
    expect(code).toBe(78)
    for (const { db } of [real, drill]) {
      expect(await listSources(db)).toEqual([])
      expect(await listUsers(db)).toEqual([])
    }
  })

  it('refuses without a port for its feeds', async () => {
    const [code] = await once(start({ REALM: 'drill' }), 'exit')
    expect(code).toBe(78)
  })

  it('in the drill realm sets its stage in the drill database alone, and calls as soon as the web is well', async () => {
    const calls: { headers: Record<string, unknown>; body: string }[] = []
    const called = new Promise<void>((resolve) => {
      void serveWeb((call) => {
        calls.push(call)
        resolve()
      })
    })
    await called
    const [call] = calls
    if (!call) throw new Error('nobody called')

    const sources = await listSources(drill.db)
    expect(sources.filter(({ kind }) => kind === 'feed')).toHaveLength(8)
    expect(sources.filter(({ kind }) => kind === 'hotline')).toHaveLength(2)
    expect((await listUsers(drill.db)).map(({ username }) => username)).toContain('rsj-duty')
    const key = await findHotlineKey(drill.db, String(call.headers['x-anxin-key']))
    expect(
      verifySignature({
        secret: key?.secret ?? '',
        timestamp: String(call.headers['x-anxin-timestamp']),
        signature: String(call.headers['x-anxin-signature']),
        body: call.body,
        now: new Date(),
      }).ok,
    ).toBe(true)
    expect(JSON.parse(call.body)).toMatchObject({ channel: '12345', place: '桐乡市濮院镇' })
    const feed = await fetch(sources.find(({ kind }) => kind === 'feed')?.url ?? '')
    expect(feed.status).toBe(200)

    expect(await listSources(real.db)).toEqual([])
    expect(await listUsers(real.db)).toEqual([])

    running?.kill('SIGTERM')
    expect(await once(running as ChildProcess, 'exit')).toEqual([0, null])
  })
})

/** Stands in for the web process: well at once, and takes every call. */
async function serveWeb(onCall: (call: { headers: Record<string, unknown>; body: string }) => void) {
  const origin = await serve(async (request, response) => {
    if (request.url === '/api/health') return void response.end('{}')
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    response.writeHead(202).end('{"receipt":"r"}')
    onCall({ headers: request.headers, body: Buffer.concat(pieces).toString() })
  })
  start({ REALM: 'drill', PORT: new URL(origin).port, DRILL_FEED_PORT: String(await freePort()) })
}

function start(env: Record<string, string>): ChildProcess {
  const { DRILL_FEED_PORT: _, ...inherited } = process.env
  running = spawn(process.execPath, ['--import', 'tsx', program], {
    env: { ...inherited, DATABASE_URL: real.url, DRILL_DATABASE_URL: drill.url, HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return running
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
