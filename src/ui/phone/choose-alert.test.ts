import { expect, it } from 'vitest'
import type { AlertView, GradeView, IncidentView } from '#contracts/views.ts'
import { boardFixture } from '#testing/board-fixture.ts'
import { chooseAlert, type Owed } from './choose-alert.ts'

const [template] = boardFixture().incidents as [IncidentView]
const [alertTemplate] = template.alerts as [AlertView]

function owed(id: string, grade: GradeView, minute: number): Owed {
  return {
    incident: { ...template, id, grade },
    alert: { ...alertTemplate, incidentId: id, dueAt: `2026-11-23T06:${minute}:00Z` },
  }
}

const mild = owed('mild', 'III', 10)
const grave = owed('grave', 'I', 30)
const graveSooner = owed('graveSooner', 'I', 20)

it.each([
  ['nothing owed, nothing shown', [], undefined, undefined, null],
  ['the gravest comes first', [mild, grave], undefined, 'grave', null],
  ['of one grade the sooner', [grave, graveSooner], undefined, 'graveSooner', null],
  ['a graver arrival is announced, the thumb keeps its alert', [mild, grave], mild, 'mild', 'grave'],
  ['an equal arrival is not announced', [grave, graveSooner], grave, 'grave', null],
  ['a milder arrival is not announced', [grave, mild], grave, 'grave', null],
  ['one just accepted stays until its officer leaves it', [], mild, 'mild', null],
] as const)('%s', (_name, all, held, shown, graver) => {
  const chosen = chooseAlert([...all], held?.incident)
  expect(chosen.shown?.id).toBe(shown)
  expect(chosen.graver?.id ?? null).toBe(graver)
})
