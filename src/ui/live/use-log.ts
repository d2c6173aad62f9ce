'use client'

import { useEffect, useRef } from 'react'
import { io, type Socket } from 'socket.io-client'
import type { LoggedEvent } from '#contracts/events.ts'
import type { ClientToServer, Handshake, ServerToClient } from '#contracts/socket.ts'

/** After the server closed the door itself, the client knocks again this often. */
const knockEveryMs = 2_000

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
      reconnectionDelayMax: knockEveryMs,
    })
    let knock: ReturnType<typeof setTimeout> | undefined
    const knockLater = () => {
      clearTimeout(knock)
      knock = setTimeout(() => socket.connect(), knockEveryMs)
    }
    socket.io.on('ping', onBeat)
    socket.on('connect', () => {
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
      clearTimeout(knock)
      socket.io.off('ping', onBeat)
      socket.disconnect()
    }
  }, [onBeat, onConnect, onEvent, onGap])
}
