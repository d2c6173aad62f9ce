import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readRules } from '#actions/rules.ts'
import { pageTitle } from '#app/(desk)/page-title.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { requireActor } from '#auth/require-actor.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { RulesPage } from '#ui/rules/rules-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('rules')

/** The words, patterns and thresholds posts are read with. */
export default async function Rules() {
  const person = await requireActor()
  const rules = await readRules(undefined)
  if (!rules.ok) notFound()
  return (
    <DeskShell person={person}>
      <RulesPage rules={rules.value} today={shanghaiDay(new Date())} />
    </DeskShell>
  )
}
