import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv } from 'ajv'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { entries } from '../house/build.mjs'
import schema from './compose-schema.json' with { type: 'json' }

type Service = {
  image: string
  user?: string
  build?: string
  command?: string[]
  ports?: string[]
  volumes?: string[]
  networks?: string[]
  restart?: string
  healthcheck?: { test: string[] }
  environment?: Record<string, string>
  depends_on?: Record<string, { condition: string }>
}

const text = readFileSync('docker-compose.yml', 'utf8')
const compose: { services: Record<string, Service>; networks: object; volumes: object } = parse(text, {
  merge: true,
})
const services = Object.entries(compose.services)
const endsByItself = (service: Service | undefined) => service?.restart === 'no'

it('is a compose file by the specification', () => {
  const validate = new Ajv({ strict: false }).compile(schema)
  validate(compose)
  expect(validate.errors ?? []).toEqual([])
})

it('is refused by the same schema once a word is misspelt', () => {
  const validate = new Ajv({ strict: false }).compile(schema)
  expect(validate({ services: { web: { image: 'anxin', comand: ['node'] } } })).toBe(false)
  expect(
    validate({ services: { web: { image: 'anxin', depends_on: { redis: { condition: 'ready' } } } } }),
  ).toBe(false)
})

it('has the two servers, the five programs and two preparations', () => {
  expect(Object.keys(compose.services).sort()).toEqual(
    ['auditor', 'notifier', 'postgres', 'prepare', 'redis', 'scheduler', 'secrets', 'web', 'workers'].sort(),
  )
})

it.each(services)('%s tells whether it is well, or ends by itself', (_, service) => {
  expect(endsByItself(service) ? service.healthcheck : service.healthcheck?.test[0]).toBe(
    endsByItself(service) ? undefined : 'CMD',
  )
})

it.each(services)('%s does not run as root', (_, service) => {
  expect(service.user).toMatch(/^(node|postgres|redis)$/)
})

it.each(services)('%s waits for others only in a way they can fulfil', (_, service) => {
  for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
    expect(condition).toBe(
      endsByItself(compose.services[name]) ? 'service_completed_successfully' : 'service_healthy',
    )
  }
})

it('declares the volumes and networks it uses, and uses those it declares', () => {
  const used = (of: (service: Service) => string[] | undefined) =>
    [...new Set(services.flatMap(([, service]) => of(service) ?? []))].sort()
  expect(used(({ volumes }) => volumes?.map((volume) => volume.split(':')[0] ?? ''))).toEqual(
    Object.keys(compose.volumes).sort(),
  )
  expect(used(({ networks }) => networks)).toEqual(Object.keys(compose.networks).sort())
})

it('keeps jobs and data through a restart', () => {
  expect(compose.services.redis?.command?.join(' ')).toContain('--appendonly yes')
  expect(compose.services.redis?.volumes).toEqual(['redis:/data'])
  expect(compose.services.postgres?.volumes).toContain('postgres:/var/lib/postgresql')
})

it('opens one port, on loopback', () => {
  const ports = services.flatMap(([, service]) => service.ports ?? [])
  expect(ports).toHaveLength(1)
  expect(ports[0]).toMatch(/^127\.0\.0\.1:.*:3000$/)
})

it.each(services.filter(([, { image }]) => image === 'anxin'))(
  '%s runs what the build makes',
  (_, service) => {
    const files = service.command?.filter((word) => /\.m?js$/.test(word)) ?? []
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const built = /^dist\/(\w+)\.js$/.exec(file)?.[1]
      expect(built ? built in entries : existsSync(resolve(file)), file).toBe(true)
    }
  },
)

it('passes on every setting of .env.example that has a meaning inside', () => {
  const named = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
    ([, name]) => name ?? '',
  )
  // The database is the file's own, and no drill is played here.
  const ofTheHost = ['DATABASE_URL', 'DRILL_DATABASE_URL', 'DRILL_FEED_PORT', 'DRILL_GATEWAY_PORT']
  const passed = Object.keys(compose.services.web?.environment ?? {})
  expect(named.filter((name) => !passed.includes(name))).toEqual(ofTheHost)
})

it('builds the image with the steps of npm start', () => {
  const steps = readFileSync('Dockerfile', 'utf8')
  expect(steps).toMatch(/^RUN npm ci --include=dev/m)
  expect(steps).toMatch(/^RUN npm run build /m)
  expect(steps).toMatch(/^USER node$/m)
  expect(compose.services.secrets?.build).toBe('.')
})
