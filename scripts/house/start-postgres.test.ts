import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isAlive, stopProcess, waitUntil } from './recorded-process.mjs'
import { runningPostgres, startPostgres } from './start-postgres.mjs'

let dataDir: string
let server: Awaited<ReturnType<typeof startPostgres>>

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'anxin-postgres-'))
  server = await startPostgres({ dataDir, durable: true })
})

afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true })
})

async function ask<Row extends object>(query: string, url = server.url): Promise<Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    return (await sql.unsafe(query)) as unknown as Row[]
  } finally {
    await sql.end()
  }
}

it('listens on loopback only, wants the password and keeps it from other users', async () => {
  expect(await ask('show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  await expect(ask('select 1', server.url.replace(/:[0-9a-f]{48}@/, ':guess@'))).rejects.toThrow(/password/)
  expect(statSync(join(dataDir, 'house.json')).mode & 0o077).toBe(0)
})

it('writes safely where data must last', async () => {
  expect(await ask('show fsync')).toEqual([{ fsync: 'on' }])
  expect(await ask('show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }])
})

it('is taken over, not started twice, by the next start', async () => {
  expect(runningPostgres(dataDir)).toEqual({ url: server.url, pid: server.pid })
  expect((await startPostgres({ dataDir, durable: true })).pid).toBe(server.pid)
})

it('comes back with every committed row after kill -9, under the same address', async () => {
  await ask('create table kept (line text)')
  await ask("insert into kept values ('演练')")
  await stopProcess(server.pid, [['SIGKILL', 5_000]])
  const before = server
  server = await startPostgres({ dataDir, durable: true })
  expect(server.pid).not.toBe(before.pid)
  expect(server.url).toBe(before.url)
  expect(await ask('select line from kept')).toEqual([{ line: '演练' }])
})

it('is not fooled by a stale postmaster.pid whose number now belongs to another program', async () => {
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
  const lines = readFileSync(pidFile, 'utf8').split('\n')
  await server.stop()
  await waitUntil(() => !isAlive(server.pid), 5_000)
  writeFileSync(pidFile, [String(process.ppid), ...lines.slice(1)].join('\n'))
  expect(runningPostgres(dataDir)).toBeNull()
  server = await startPostgres({ dataDir, durable: true })
  expect(await ask('select 1 as one')).toEqual([{ one: 1 }])
})
