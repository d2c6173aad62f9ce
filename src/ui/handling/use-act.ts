'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Result } from '#domain/result.ts'
import { useRefusalText } from '#ui/shell/refusal-text.ts'

/** One press at a time; a refusal is put into words and stays until the next press. */
export function useAct(): {
  busy: string | null
  answer: string | null
  /** True when it was done; `key` names the button that waits. */
  act: (key: string, send: () => Promise<Result<unknown>>) => Promise<boolean>
} {
  const t = useTranslations('handling')
  const refusalText = useRefusalText()
  const [busy, setBusy] = useState<string | null>(null)
  const [answer, setAnswer] = useState<string | null>(null)
  const act = async (key: string, send: () => Promise<Result<unknown>>) => {
    if (busy) return false
    setBusy(key)
    setAnswer(null)
    try {
      const result = await send()
      if (!result.ok) setAnswer(refusalText(result.refusal))
      return result.ok
    } catch {
      setAnswer(t('unreachable'))
      return false
    } finally {
      setBusy(null)
    }
  }
  return { busy, answer, act }
}
