'use client'

import { useEffect, useRef } from 'react'
import { io, type Socket } from 'socket.io-client'
import type { LoggedEvent } from '#contracts/events.ts'
import type { ClientToServer, Handshake, ServerToClient } from '#contracts/socket.ts'

/** The longest wait between two attempts of a lost link. */
const reconnectMaxMs = 2_000
/** The socket tries no more by itself once the server closed the door or refused it: then the client knocks. */
const knock = { firstMs: 1_000, maxMs: 5_000 }

/** Milliseconds to wait before the next knock, by how many were in vain. */
export function knockAfterMs(inVain: number): number {
  return Math.min(knock.firstMs * (inVain + 1), knock.maxMs)
}

type Hearing = {
  /** The event the screen is true up to; what came later is replayed after every interruption. */
  lastEventId: number
  /** Any sign of life, at least every two seconds. */
  onBeat: () => void
  onConnect: () => void
  onEvent: (event: LoggedEvent) => void
  /** Too much was missed to be replayed. */
  onGap: () => void
}

/** Listens to the event log for as long as the screen is open. */
export function useLog({ lastEventId, onBeat, onConnect, onEvent, onGap }: Hearing): void {
  const cursor = useRef(lastEventId)
  cursor.current = lastEventId
  useEffect(() => {
    const socket: Socket<ServerToClient, ClientToServer> = io({
      auth: (answer) => answer({ lastEventId: cursor.current } satisfies Handshake),
      withCredentials: true,
      reconnectionDelayMax: reconnectMaxMs,
    })
    let knocking: ReturnType<typeof setTimeout> | undefined
    let inVain = 0
    const knockLater = () => {
      clearTimeout(knocking)
      knocking = setTimeout(() => socket.connect(), knockAfterMs(inVain))
      inVain += 1
    }
    // The wire may beat on while the server no longer lets us hear the log: that is no sign of life.
    const onPing = () => {
      if (socket.connected) onBeat()
    }
    socket.io.on('ping', onPing)
    socket.on('connect', () => {
      inVain = 0
      onBeat()
      onConnect()
    })
    socket.on('event', (event) => {
      onBeat()
      onEvent(event)
    })
    socket.on('resync', onGap)
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') knockLater()
    })
    socket.on('connect_error', (error) => {
      if (error.message === 'not_signed_in') window.location.assign('/login')
      else if (!socket.active) knockLater()
    })
    return () => {
      clearTimeout(knocking)
      socket.io.off('ping', onPing)
      socket.disconnect()
    }
  }, [onBeat, onConnect, onEvent, onGap])
}
