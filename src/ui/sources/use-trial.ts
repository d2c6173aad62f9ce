'use client'

import { useState } from 'react'
import { previewSource } from '#actions/sources.ts'
import type { Trial } from './source-preview.tsx'

/** One trial reading at a time; a second press on the same source reads it again. */
export function useTrial() {
  const [open, setOpen] = useState<{ id: string; trial: Trial } | null>(null)
  const start = async (id: string) => {
    setOpen({ id, trial: 'reading' })
    const trial = await carryOut(id)
    setOpen((now) => (now?.id === id ? { id, trial } : now))
  }
  return {
    of: (id: string): Trial | null => (open?.id === id ? open.trial : null),
    start,
    close: () => setOpen(null),
  }
}

async function carryOut(id: string): Promise<Trial> {
  try {
    const answer = await previewSource({ called: id })
    return answer.ok ? { preview: answer.value } : { refusal: answer.refusal }
  } catch {
    return { unreachable: true }
  }
}
