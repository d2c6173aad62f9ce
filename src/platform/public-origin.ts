import { env } from './env.ts'

/** Where people reach this house: PUBLIC_URL, else the address it listens on. */
export function publicOrigin({ PUBLIC_URL, HOST, PORT } = env()): string {
  return PUBLIC_URL?.replace(/\/+$/, '') ?? `http://${HOST}:${PORT}`
}
