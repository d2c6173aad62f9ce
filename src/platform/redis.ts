import { createClient } from 'redis'
import { env } from './env.ts'
import type { Logger } from './log.ts'

/** A client that keeps trying while Redis is away; whoever depends on it falls back to PostgreSQL. */
export function openRedis(log: Logger) {
  const client = createClient({
    url: env().REDIS_URL,
    socket: { connectTimeout: 3_000, reconnectStrategy: (attempt) => Math.min(100 * 2 ** attempt, 2_000) },
  })
  client.on('error', (error: Error) => log.warn({ reason: error.message }, 'redis is away'))
  return client
}

/** Drill and real jobs never share a key. */
export function keyPrefix(): string {
  return `anxin-${env().REALM}`
}
