import type { Metadata } from 'next'
import { readGrades } from '#actions/grading.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { GradesPage } from '#ui/grades/grades-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('grades')

/** The rules grades are proposed by. */
export default async function Grades() {
  const person = await requireDeskActor()
  const grades = granted(await readGrades(undefined))
  return (
    <DeskShell person={person}>
      <GradesPage key={grades.version} grades={grades} />
    </DeskShell>
  )
}
