import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { houseEnv, realmEnv } from './house-env.mjs'
import { startSettings } from './start-settings.mjs'

const dataDir = mkdtempSync(join(tmpdir(), 'anxin-env-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

const services = { databaseUrl: 'postgres://127.0.0.1/anxin', redisUrl: 'redis://127.0.0.1' }
const env = houseEnv(
  startSettings([], { DATA_DIR: dataDir, ALLOW_PRIVATE_SOURCES: '10.0.0.8' }, ''),
  services,
)

it('keeps one session secret from start to start', () => {
  expect(env.AUTH_SECRET?.length).toBeGreaterThanOrEqual(32)
  expect(houseEnv(startSettings([], { DATA_DIR: dataDir }, ''), services).AUTH_SECRET).toBe(env.AUTH_SECRET)
})

it('opens no private address of its own for real sources', async () => {
  const real = await realmEnv(env, 'real')
  expect(real).toMatchObject({ REALM: 'real', ALLOW_PRIVATE_SOURCES: '10.0.0.8' })
  expect(real.DRILL_FEED_PORT).toBeUndefined()
})

it('lets the drill reach its own feed server, at the same port every time', async () => {
  const drill = await realmEnv(env, 'drill')
  expect(drill.DRILL_FEED_PORT).toMatch(/^\d+$/)
  expect(drill.ALLOW_PRIVATE_SOURCES).toBe(`10.0.0.8,127.0.0.1:${drill.DRILL_FEED_PORT}`)
  expect(await realmEnv(env, 'drill')).toEqual(drill)
})
