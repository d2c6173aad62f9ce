'use client'

import { useEffect, useRef, useState } from 'react'

/**
 * The server's clock in epoch milliseconds, ticking once a second on its whole seconds.
 * `serverAt` is the newest instant the server told us. What has passed since is read from the monotonic
 * clock, so a wrong clock on this device changes nothing; the answer that travelled fastest is believed.
 */
export function useNow(serverAt: string): number {
  const [now, setNow] = useState(() => Date.parse(serverAt))
  const offset = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    offset.current = Math.max(offset.current, Date.parse(serverAt) - performance.now())
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const time = offset.current + performance.now()
      setNow(Math.floor(time / 1000) * 1000)
      timer = setTimeout(tick, 1000 - (time % 1000))
    }
    tick()
    return () => clearTimeout(timer)
  }, [serverAt])
  return now
}
