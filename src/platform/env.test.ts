import { expect, it } from 'vitest'
import { readEnv, realmDatabaseUrl } from './env.ts'

const enough = {
  DATABASE_URL: 'postgres://anxin:word@127.0.0.1:5432/anxin',
  REDIS_URL: 'redis://:word@127.0.0.1:6379',
  AUTH_SECRET: 'x'.repeat(32),
}

it('needs only the database, Redis and a secret; the rest has defaults', () => {
  expect(readEnv(enough)).toMatchObject({
    ok: true,
    value: { PORT: 3000, HOST: '127.0.0.1', DATA_DIR: '.data', REALM: 'real', MAP_TILE_CRS: 'wgs84' },
  })
})

it('takes an empty variable for one not given', () => {
  expect(readEnv({ ...enough, PORT: '', MAP_TILE_URL: ' ' })).toEqual(readEnv(enough))
})

it.each([
  ['DATABASE_URL', undefined],
  ['DATABASE_URL', 'mysql://127.0.0.1/anxin'],
  ['DATABASE_URL', 'postgres://127.0.0.1:5432'],
  ['DRILL_DATABASE_URL', enough.DATABASE_URL],
  ['REDIS_URL', undefined],
  ['REDIS_URL', '127.0.0.1:6379'],
  ['AUTH_SECRET', undefined],
  ['AUTH_SECRET', 'too short'],
  ['PORT', '99999'],
  ['PORT', 'three thousand'],
  ['REALM', 'test'],
  ['PUBLIC_URL', 'anxin.example'],
  ['LOG_LEVEL', 'loud'],
  ['MAP_TILE_URL', 'https://tiles.example/map.png'],
  ['MAP_TILE_CRS', 'bd09'],
  ['AUDIT_HEAD_SECRET', 'x'.repeat(32)],
])('names %s in both languages when it is %s', (name, value) => {
  const result = readEnv({ ...enough, [name]: value })
  if (result.ok) throw new Error(`${name}=${value} was taken`)
  expect(result.refusal.details.chinese).toMatch(new RegExp(`^环境变量：${name} (缺少|不对)，应为[^。]+。$`))
  expect(result.refusal.details.english).toMatch(
    new RegExp(`^Environment: ${name} is (missing|wrong), [^;]+\\.$`),
  )
})

it('names all wrong variables at once, and no value of any', () => {
  const result = readEnv({ DATABASE_URL: 'mysql://user:topsecret@127.0.0.1/anxin' })
  if (result.ok) throw new Error('an almost empty environment was taken')
  expect(result.refusal.details.english).toMatch(
    /DATABASE_URL is wrong.*REDIS_URL is missing.*AUTH_SECRET is missing/,
  )
  expect(JSON.stringify(result.refusal)).not.toContain('topsecret')
})

it.each([
  [{ REALM: 'real' }, 'postgres://anxin:word@127.0.0.1:5432/anxin'],
  [{ REALM: 'drill' }, 'postgres://anxin:word@127.0.0.1:5432/anxin_drill'],
  [{ REALM: 'drill', DRILL_DATABASE_URL: 'postgres://10.0.0.1/practice' }, 'postgres://10.0.0.1/practice'],
])('keeps real and drill data in two databases: %j', (given, url) => {
  const result = readEnv({ ...enough, ...given })
  if (!result.ok) throw new Error('a good environment was refused')
  expect(realmDatabaseUrl(result.value)).toBe(url)
})
