'use client'

import { createContext, useContext } from 'react'
import { Watermark } from '#ui/primitives/watermark.tsx'

/** True below it: everything shown belongs to a drill. */
export const DrillMark = createContext(false)

/** 演练 under the text of the tile it stands in; nothing outside a drill. */
export function TileMark() {
  return useContext(DrillMark) ? <Watermark className="-z-1 text-t2 opacity-60" /> : null
}
