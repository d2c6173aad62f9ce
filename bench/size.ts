import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { BenchRoom } from './room.ts'
import type { Figure } from './table.ts'

/** Resident memory of the programs after the load above, and the JavaScript a wall loads. */
export async function sizeParts(room: BenchRoom): Promise<Figure[]> {
  const resident = await Promise.all(room.pids().map(residentMegabytes))
  const wall = await room.open('wall-1', '/login')
  const scripts = new Map<string, number>()
  wall.on('response', async (response) => {
    const { pathname } = new URL(response.url())
    if (!pathname.endsWith('.js')) return
    const body = await response.body().catch(() => null)
    if (body) scripts.set(pathname, gzipSync(body).length)
  })
  await wall.goto('/wall')
  await wall.waitForSelector('[data-surface="wall"][data-link="live"]')
  await wall.waitForLoadState('networkidle').catch(() => undefined)
  await wall.reload({ waitUntil: 'load' })
  await wall.waitForTimeout(2_000)
  await wall.context().close()
  const kilobytes = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) / 1_000
  return [
    {
      what: 'web + workers + scheduler + notifier + auditor, resident',
      value: resident.reduce((sum, one) => sum + one, 0),
      unit: 'MB',
      limit: 900,
      note: resident.map((one) => one.toFixed(0)).join(' + '),
    },
    {
      what: 'JavaScript of /wall, gzip',
      value: kilobytes,
      unit: 'kB',
      limit: 400,
      note: `${scripts.size} files`,
    },
  ]
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1_000
}
