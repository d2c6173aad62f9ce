'use client'

import { useState } from 'react'
import type { PersonalRules, QuietHours } from '#domain/paging/personal-rules.ts'
import { QuietFields, quietIn } from './quiet-fields.tsx'
import { isOwnIn, RuleFields, rulesIn } from './rule-fields.tsx'

/** When a post is left in peace, and by what it is called after how many minutes: the same for the office and the officer. */
export function CallOrder({
  rules,
  quiet,
}: {
  rules: Partial<PersonalRules> | null
  quiet: QuietHours | null
}) {
  const [own, setOwn] = useState(rules !== null)
  return (
    <>
      <QuietFields quiet={quiet} />
      <RuleFields rules={rules} own={own} setOwn={setOwn} />
    </>
  )
}

/** What was typed; null rules are the house's. */
export function callOrderIn(fields: FormData): { rules: PersonalRules | null; quiet: QuietHours | null } {
  return { quiet: quietIn(fields), rules: isOwnIn(fields) ? rulesIn(fields) : null }
}
