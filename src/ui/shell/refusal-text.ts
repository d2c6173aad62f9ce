'use client'

import { useMessages, useTranslations } from 'use-intl/react'
import type { Refusal } from '#domain/result.ts'
import { clockSeconds, clockSeconds } from '#ui/time/shanghai.ts'

/** Puts a refusal into the reader's words; a code without a sentence is shown as itself rather than hidden. */
export function useRefusalText(): (refused: Refusal) => string {
  const sentences = useMessages().refusal as Record<string, string>
  const translate = useTranslations('refusal') as (code: string, details: Refusal['details']) => string
  return ({ code, details }) => (code in sentences ? translate(code, shown(details)) : code)
}

/** An instant travels as ISO 8601 and is read as the time of day. */
function shown(details: Refusal['details']): Refusal['details'] {
  const { at } = details
  return typeof at === 'string' && /^\d{4}-.*Z$/.test(at) ? { ...details, at: clockSeconds(at) } : details
}
