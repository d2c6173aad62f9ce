import type { AllowPrivate } from './address-guard.ts'
import { env } from './env.ts'

/** The private addresses the office has allowed by ALLOW_PRIVATE_SOURCES; a host without a port allows all its ports. */
export function allowedPrivate(setting = env().ALLOW_PRIVATE_SOURCES): AllowPrivate {
  const allowed = new Set(
    setting
      .split(',')
      .map((entry) => entry.trim().toLowerCase())
      .filter(Boolean),
  )
  return (host, port) => allowed.has(host.toLowerCase()) || allowed.has(`${host.toLowerCase()}:${port}`)
}
