import { type AllowPrivate, allowPrivateFrom } from './address-guard.ts'
import { env } from './env.ts'

/** The private addresses the office has allowed by ALLOW_PRIVATE_SOURCES; a host without a port allows all its ports. */
export function allowedPrivate(setting = env().ALLOW_PRIVATE_SOURCES): AllowPrivate {
  return allowPrivateFrom(setting)
}
