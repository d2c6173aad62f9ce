import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io } from 'socket.io-client'
import { vi } from 'vitest'
import { auth, authSettings } from '#auth/auth.ts'
import { answerAuth } from '#auth/auth-door.ts'
import type { LoggedEvent } from '#contracts/events.ts'
import type { Role } from '#domain/permission.ts'
import { logger } from '#platform/log.ts'
import { hashOf } from '#platform/password.ts'
import { attachGateway } from '#realtime/gateway.ts'
import { database } from '#store/database.ts'
import { insertUser } from '#store/users.ts'
import { freshDatabase } from './database.ts'

const password = 'right-horse-battery'

export type Officer = { id: string; cookie: string }
export type Screen = ReturnType<typeof openScreen>

/** A real gateway on loopback and a database of its own, with real sessions; the process-wide database points at it. */
export async function openHall(options: { blindAfterMs?: number } = {}) {
  const fresh = await freshDatabase()
  vi.stubEnv('DATABASE_URL', fresh.url)
  const http = createServer()
  const quiet = logger('hall').child({}, { level: 'silent' })
  const gateway = await attachGateway(http, database(), quiet, options)
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const screens: Screen[] = []
  return {
    address,
    signIn,
    /** A screen that says it knows the log up to `lastEventId`. */
    open(officer: { cookie: string }, lastEventId: unknown, more: ScreenOptions = {}) {
      const screen = openScreen(address, officer, lastEventId, more)
      screens.push(screen)
      return screen
    },
    /** A screen that has arrived. */
    async openLive(officer: { cookie: string }, lastEventId: unknown, more: ScreenOptions = {}) {
      const screen = this.open(officer, lastEventId, more)
      await vi.waitFor(
        () => {
          if (!screen.socket.connected) throw new Error(`not connected: ${screen.refused}`)
        },
        { timeout: 10_000, interval: 20 },
      )
      return screen
    },
    closeScreens() {
      for (const { socket } of screens.splice(0)) socket.disconnect()
    },
    async close() {
      this.closeScreens()
      await gateway.close()
      await database().$client.end()
      await fresh.drop()
      vi.unstubAllEnvs()
    },
  }
}

/** A new account's session; at most twenty a minute, as for everybody at one address. */
async function signIn(
  role: Role,
  posting: { agency?: string; territory?: string; mustChangePassword?: boolean } = {},
): Promise<Officer> {
  const { agency = null, territory = null, mustChangePassword = false } = posting
  const id = randomUUID()
  const username = `u-${id.slice(0, 8)}`
  const account = { id, username, role, agency, territory, mustChangePassword, post: '值班员' }
  const passwordHash = await hashOf(password)
  await database().transaction((tx) => insertUser(tx, { ...account, passwordHash }, new Date()))
  const origin = 'http://127.0.0.1:3000'
  const request = new Request(`${origin}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { host: '127.0.0.1:3000', origin, 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  const answer = await answerAuth(auth(), authSettings(), request)
  if (answer.status !== 200) throw new Error(`signing in was answered with ${answer.status}`)
  return { id, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

type ScreenOptions = { transports?: string[]; origin?: string; reconnection?: boolean }

function openScreen(
  address: string,
  { cookie }: { cookie: string },
  lastEventId: unknown,
  { transports = ['websocket'], origin, reconnection = false }: ScreenOptions,
) {
  const socket = io(address, {
    auth: { lastEventId },
    extraHeaders: { ...(cookie && { cookie }), ...(origin && { origin }) },
    ...{ transports, reconnection, forceNew: true, reconnectionDelay: 50 },
  })
  const screen = {
    socket,
    heard: [] as LoggedEvent[],
    resyncs: 0,
    refused: null as string | null,
    gone: false,
    ids: () => screen.heard.map(({ id }) => id),
  }
  socket.on('event', (event: LoggedEvent) => screen.heard.push(event))
  socket.on('resync', () => {
    screen.resyncs += 1
  })
  socket.on('connect_error', (error) => {
    screen.refused = error.message
  })
  socket.on('disconnect', () => {
    screen.gone = true
  })
  return screen
}
