'use client'

import { useEffect, useState } from 'react'
import { useIsColumn } from './use-is-column.ts'

/** Logical height above which a wall has room for more than three rows of 96. */
const plainHeight = 1080

/** Three rows on a plain wall; a taller logical screen gets more. */
export function useQueueRows(): number {
  const column = useIsColumn()
  const [rows, setRows] = useState(3)
  useEffect(() => {
    const measure = () => {
      const k = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
      const spare = window.innerHeight / k - plainHeight
      setRows(column ? 3 : Math.min(6, 3 + Math.max(0, Math.floor(spare / 96))))
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [column])
  return rows
}
