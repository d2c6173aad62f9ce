import type { Metadata } from 'next'
import { readRules } from '#actions/rules.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { RulesPage } from '#ui/rules/rules-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('rules')

/** The words, patterns and thresholds posts are read with. */
export default async function Rules() {
  const person = await requireDeskActor()
  const rules = granted(await readRules(undefined))
  return (
    <DeskShell person={person}>
      <RulesPage rules={rules} today={shanghaiDay(new Date())} />
    </DeskShell>
  )
}
