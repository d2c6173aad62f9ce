import type { LegalAidView, ProceedingView } from '#contracts/proceedings.ts'
import { addDays, asideStages, endedBy, nextStage, proceedingStages } from '#domain/proceeding/proceeding.ts'
import type { LegalAidRow, ProceedingRow } from './proceedings.ts'

/** Days in which a legal aid centre decides (法律援助法 art. 43). */
const legalAidDays = 7

export function proceedingViewOf(row: ProceedingRow, today: string): ProceedingView {
  const { id, kind, body, greenChannel, dates, version } = row
  return {
    id,
    kind,
    body,
    greenChannel,
    version,
    stages: proceedingStages[kind].map((stage) => ({ id: stage.id, on: dates[stage.id] ?? null })),
    next: nextStage(kind, dates, today),
    aside: asideStages(kind, dates),
    endedBy: endedBy(kind, dates),
  }
}

export function legalAidViewOf(row: LegalAidRow, today: string): LegalAidView {
  const { id, centre, people, referredOn, acceptedOn } = row
  const dueOn = addDays(referredOn, legalAidDays)
  return { id, centre, people, referredOn, acceptedOn, dueOn, overdue: acceptedOn === null && dueOn < today }
}
