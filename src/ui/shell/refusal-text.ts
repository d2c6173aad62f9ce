'use client'

import { useMessages, useTranslations } from 'use-intl/react'
import type { Refusal } from '#domain/result.ts'

/** Puts a refusal into the reader's words; a code without a sentence is shown as itself rather than hidden. */
export function useRefusalText(): (refused: Refusal) => string {
  const sentences = useMessages().refusal as Record<string, string>
  const translate = useTranslations('refusal') as (code: string, details: Refusal['details']) => string
  return ({ code, details }) => (code in sentences ? translate(code, details) : code)
}
