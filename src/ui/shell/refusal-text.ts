'use client'

import { useMessages, useTranslations } from 'use-intl/react'
import type { Refusal } from '#domain/result.ts'
import { clockSeconds } from '#ui/time/shanghai.ts'

/** Puts a refusal into the reader's words; a code without a sentence is shown as itself rather than hidden. */
export function useRefusalText(): (refused: Refusal) => string {
  const sentences = useMessages().refusal as Record<string, string>
  const translate = useTranslations('refusal') as (code: string, details: Refusal['details']) => string
  return ({ code, details }) => (code in sentences ? translate(code, shown(details)) : code)
}

/** Instants travel as ISO 8601 and are read as the time of day. */
function shown(details: Refusal['details']): Refusal['details'] {
  const read = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value) ? clockSeconds(value) : value,
  ])
  return Object.fromEntries(read)
}
