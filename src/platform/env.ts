import { z } from 'zod'
import { ok, type Result, refusal } from '#domain/result.ts'

export type Env = z.infer<typeof schema>

/** sysexits.h: the configuration is wrong, starting again will not help. */
const exitCodeWrongConfiguration = 78

let parsed: Env | null = null

/** The environment, parsed once; a process that cannot stand on it says why in one sentence and leaves. */
export function env(): Env {
  if (parsed) return parsed
  const result = readEnv(process.env)
  if (!result.ok) {
    process.stderr.write(`${result.refusal.details.chinese} ${result.refusal.details.english}\n`)
    process.exit(exitCodeWrongConfiguration)
  }
  parsed = result.value
  return parsed
}

/** Names every variable that is missing or wrong, and what it should be. An empty one counts as not given. */
export function readEnv(source: Record<string, string | undefined>): Result<Env, 'wrong-environment'> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const result = schema.safeParse(given)
  if (result.success) return ok(result.data)
  const names = [...new Set(result.error.issues.map((issue) => issue.path[0] as keyof Env))]
  const missing = (name: keyof Env) => given[name] === undefined
  const chinese = names.map((name) => `${name}${missing(name) ? ' 缺少' : ' 不对'}，应为${meaning[name][0]}`)
  const english = names.map(
    (name) => `${name} is ${missing(name) ? 'missing' : 'wrong'}, it must be ${meaning[name][1]}`,
  )
  return refusal('wrong-environment', {
    chinese: `环境变量：${chinese.join('；')}。`,
    english: `Environment: ${english.join('; ')}.`,
  })
}

/** Real and drill data live in two databases; which one this process may see is settled here. */
export function realmDatabaseUrl({ REALM, DATABASE_URL, DRILL_DATABASE_URL }: Env = env()): string {
  if (REALM === 'real') return DATABASE_URL
  if (DRILL_DATABASE_URL) return DRILL_DATABASE_URL
  const url = new URL(DATABASE_URL)
  url.pathname = `${url.pathname}_drill`
  return url.href
}

const meaning: Record<keyof Env, [chinese: string, english: string]> = {
  PORT: ['端口号 1–65535', 'a port from 1 to 65535'],
  HOST: ['监听地址，如 127.0.0.1', 'an address to listen on, such as 127.0.0.1'],
  DATA_DIR: ['数据目录', 'the folder for data'],
  DATABASE_URL: [
    '带库名的 postgres:// 地址，如 postgres://anxin@127.0.0.1:5432/anxin',
    'a postgres:// address with a database name, such as postgres://anxin@127.0.0.1:5432/anxin',
  ],
  DRILL_DATABASE_URL: [
    '另一个数据库的 postgres:// 地址（演练数据）',
    'the postgres:// address of another database, for drills',
  ],
  REDIS_URL: [
    'redis:// 地址，如 redis://127.0.0.1:6379',
    'a redis:// address, such as redis://127.0.0.1:6379',
  ],
  REALM: ['real 或 drill', 'real or drill'],
  AUTH_SECRET: ['至少 32 个字符的随机串', 'at least 32 random characters'],
  PUBLIC_URL: ['http(s):// 访问地址', 'an http(s):// address'],
  TRUSTED_HOSTS: ['逗号分隔的主机名', 'host names separated by commas'],
  LOG_LEVEL: ['debug、info、warn 或 error', 'debug, info, warn or error'],
  ALLOW_PRIVATE_SOURCES: ['逗号分隔的 主机[:端口]', 'host[:port] separated by commas'],
  ALLOW_PRIVATE_GATEWAYS: ['逗号分隔的 主机[:端口]', 'host[:port] separated by commas'],
  DRILL_GATEWAY_PORT: [
    '端口号 1–65534（演练的短信、语音、机器人网关；下一个端口是邮件）',
    'a port from 1 to 65534, for the message gateways of the drill; mail takes the next one',
  ],
  AUDIT_HEAD_URL: [
    'http(s):// 地址（存证方）',
    'an http(s):// address of whoever keeps the heads of the log',
  ],
  AUDIT_HEAD_SECRET: [
    '至少 32 个字符，与 AUDIT_HEAD_URL 同时给出',
    'at least 32 characters, given together with AUDIT_HEAD_URL',
  ],
  DRILL_FEED_PORT: [
    '端口号 1–65535（演练的来源服务器）',
    'a port from 1 to 65535, for the feed server of the drill',
  ],
  MAP_TILE_URL: ['含 {z} {x} {y} 的瓦片地址', 'a tile address with {z} {x} {y}'],
  MAP_TILE_ATTRIBUTION: ['底图出处', 'the credit line of the tiles'],
  MAP_TILE_CRS: ['wgs84 或 gcj02', 'wgs84 or gcj02'],
  MAP_BOUNDARY_FILE: ['GeoJSON 文件路径', 'the path of a GeoJSON file'],
}

const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/ })
  .refine((value) => URL.canParse(value) && new URL(value).pathname.length > 1, 'names no database')

const schema = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    DATA_DIR: z.string().default('.data'),
    DATABASE_URL: postgresUrl,
    DRILL_DATABASE_URL: postgresUrl.optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }),
    REALM: z.enum(['real', 'drill']).default('real'),
    AUTH_SECRET: z.string().min(32),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    TRUSTED_HOSTS: z.string().default(''),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
    ALLOW_PRIVATE_SOURCES: z.string().default(''),
    ALLOW_PRIVATE_GATEWAYS: z.string().default(''),
    DRILL_GATEWAY_PORT: z.coerce.number().int().min(1).max(65_534).optional(),
    AUDIT_HEAD_URL: z.url({ protocol: /^https?$/ }).optional(),
    AUDIT_HEAD_SECRET: z.string().min(32).optional(),
    DRILL_FEED_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
    MAP_TILE_URL: z
      .string()
      .refine((value) => ['{z}', '{x}', '{y}'].every((part) => value.includes(part)))
      .optional(),
    MAP_TILE_ATTRIBUTION: z.string().default(''),
    MAP_TILE_CRS: z.enum(['wgs84', 'gcj02']).default('wgs84'),
    MAP_BOUNDARY_FILE: z.string().optional(),
  })
  .refine((env) => env.DRILL_DATABASE_URL !== env.DATABASE_URL, {
    path: ['DRILL_DATABASE_URL'],
    message: 'drill and real data never mix',
  })
  .refine((env) => Boolean(env.AUDIT_HEAD_URL) === Boolean(env.AUDIT_HEAD_SECRET), {
    path: ['AUDIT_HEAD_SECRET'],
    message: 'a head is posted signed or not at all',
  })
