import { type AllowPrivate, allowPrivateFrom } from './address-guard.ts'
import { env } from './env.ts'

/** The private addresses the office has allowed by ALLOW_PRIVATE_SOURCES. */
export function allowedPrivate(): AllowPrivate {
  return allowPrivateFrom(env().ALLOW_PRIVATE_SOURCES)
}
