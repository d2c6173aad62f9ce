import type { Server as HttpServer } from 'node:http'
import { type DefaultEventsMap, Server, type Socket } from 'socket.io'
import { actorFromHeaders } from '#auth/actor.ts'
import { authSettings } from '#auth/auth.ts'
import { isOwnPage } from '#auth/own-page.ts'
import { type ClientToServer, heartbeatMs, type ServerToClient } from '#contracts/socket.ts'
import type { Person } from '#domain/permission.ts'
import { traceOf } from '#platform/error-trace.ts'
import type { Logger } from '#platform/log.ts'
import { eventsAfter, follow, type LogSource, lastEventId, type Routed } from '#store/event-log.ts'
import { roomsFor, roomsOf } from './rooms.ts'

type Screen = Socket<ClientToServer, ServerToClient, DefaultEventsMap, { person: Person }>

/** A screen that missed more than this fetches a new snapshot instead. */
const replayMax = 1_000
/** How often a connected screen's right to listen is asked for anew. */
const reviewEveryMs = 60_000

export type Gateway = { close(): Promise<void> }

/**
 * Follows the log and tells each screen what it may hear, in order and without gaps:
 * first what it missed since its last event id, then everything as it happens. When the log could not be
 * read for `blindAfterMs` every screen is cut off, since it would show old news as fresh.
 */
export async function attachGateway(
  http: HttpServer,
  db: LogSource,
  log: Logger,
  { blindAfterMs = 5_000 } = {},
): Promise<Gateway> {
  const io = new Server<ClientToServer, ServerToClient, DefaultEventsMap, { person: Person }>(http, {
    serveClient: false,
    transports: ['websocket', 'polling'],
    pingInterval: heartbeatMs,
    pingTimeout: 2 * heartbeatMs,
    maxHttpBufferSize: 10_000,
    allowRequest: ({ headers: { host, origin } }, answer) => {
      answer(
        null,
        isOwnPage(new Headers({ ...(host && { host }), ...(origin && { origin }) }), authSettings()),
      )
    },
  })
  const live = new Set<Screen>()
  let toldUpTo = await lastEventId(db)

  let isBlind = () => false
  io.use((socket, next) => {
    if (isBlind()) {
      socket.conn.close()
      return
    }
    personOf(socket).then(
      (person) => {
        if (!person) return next(new Error('not_signed_in'))
        socket.data.person = person
        next()
      },
      (error) => {
        log.error(traceOf(error), 'a screen could not be recognised; it will try again')
        // A refusal would be final; a lost connection is tried again by itself.
        socket.conn.close()
      },
    )
  })
  io.on('connection', (socket) => {
    socket.on('disconnect', () => live.delete(socket))
    const goLive = () => socket.connected && live.add(socket)
    catchUp(db, socket, () => toldUpTo, goLive).catch((error) => {
      log.error(traceOf(error), 'a screen could not catch up')
      socket.disconnect(true)
    })
  })
  const follower = await follow(
    db,
    toldUpTo,
    (batch) => {
      for (const routed of batch) tell(live, routed)
      toldUpTo = batch.at(-1)?.event.id ?? toldUpTo
      dropDisabled(live, batch)
    },
    (error) => log.error(traceOf(error), 'the log could not be read; trying again within a second'),
  )
  isBlind = () => follower.unreadForMs() > blindAfterMs
  const review = setInterval(() => void reviewScreens(live), reviewEveryMs)
  const watch = setInterval(
    () => {
      if (isBlind()) for (const screen of live) screen.conn.close()
    },
    Math.min(1_000, blindAfterMs),
  )
  return {
    async close() {
      clearInterval(review)
      clearInterval(watch)
      await follower.close()
      await io.close()
    },
  }
}

/**
 * Sends what was missed. The last look at `toldUpTo` and going live happen without a pause in between,
 * so no event falls between replay and live.
 */
async function catchUp(
  db: LogSource,
  socket: Screen,
  toldUpTo: () => number,
  goLive: () => void,
): Promise<void> {
  let cursor = await cursorOf(db, socket, toldUpTo())
  if (cursor === null || toldUpTo() - cursor > replayMax) {
    socket.emit('resync')
    goLive()
    return
  }
  while (cursor < toldUpTo()) {
    const batch = await eventsAfter(db, cursor, 500)
    for (const routed of batch) {
      if (routed.event.id <= cursor || routed.event.id > toldUpTo()) break
      tell([socket], routed)
      cursor = routed.event.id
    }
    if (batch.length === 0) break
  }
  goLive()
}

/** Null when the screen names no event, or one the log has not reached (another realm, a restored backup). */
async function cursorOf(db: LogSource, socket: Screen, toldUpTo: number): Promise<number | null> {
  const { lastEventId: seen } = socket.handshake.auth as { lastEventId?: unknown }
  if (typeof seen !== 'number' || !Number.isSafeInteger(seen) || seen < 0) return null
  // A page may have been painted with an event that this process is only about to hear of.
  return seen <= toldUpTo || seen <= (await lastEventId(db)) ? seen : null
}

function tell(screens: Iterable<Screen>, { event, route }: Routed): void {
  const rooms = new Set(roomsFor(event, route))
  for (const screen of screens) {
    if (roomsOf(screen.data.person).some((room) => rooms.has(room))) screen.emit('event', event)
  }
}

function dropDisabled(live: Set<Screen>, batch: Routed[]): void {
  for (const { event } of batch) {
    if (event.name !== 'user.changed') continue
    for (const screen of live) if (screen.data.person.id === event.data.userId) screen.disconnect(true)
  }
}

/** A session that has ended takes its screens along. */
async function reviewScreens(live: Set<Screen>): Promise<void> {
  for (const screen of live) {
    const person = await personOf(screen).catch(() => screen.data.person)
    if (person) screen.data.person = person
    else screen.disconnect(true)
  }
}

async function personOf(socket: Screen): Promise<Person | null> {
  const cookie = socket.handshake.headers.cookie
  return cookie ? actorFromHeaders(new Headers({ cookie })) : null
}
