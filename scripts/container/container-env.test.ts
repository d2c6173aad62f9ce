import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { containerEnv } from './container-env.mjs'

const folder = mkdtempSync(join(tmpdir(), 'anxin-secrets-'))
afterAll(() => rmSync(folder, { recursive: true }))

function makeSecrets() {
  execFileSync(process.execPath, ['scripts/container/make-secrets.mjs'], { env: { SECRETS_DIR: folder } })
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
}

it('makes the secrets once and keeps them', () => {
  const first = makeSecrets()
  expect(Object.keys(first).sort()).toEqual(['auth-secret', 'postgres-password'])
  expect(first['auth-secret']?.length).toBeGreaterThanOrEqual(32)
  expect(makeSecrets()).toEqual(first)
})

it('gives the programs the database of the file and the kept secret', () => {
  const made = makeSecrets()
  expect(containerEnv({ SECRETS_DIR: folder, AUTH_SECRET: '' })).toMatchObject({
    AUTH_SECRET: made['auth-secret'],
    DATABASE_URL: `postgres://anxin:${made['postgres-password']}@postgres:5432/anxin`,
  })
})

it('lets what a person sets win', () => {
  const given = {
    SECRETS_DIR: folder,
    AUTH_SECRET: 'x'.repeat(40),
    DATABASE_URL: 'postgres://elsewhere/anxin',
  }
  expect(containerEnv(given)).toEqual(given)
})
