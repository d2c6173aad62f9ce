import type { Grade } from '#domain/grading/grade.ts'
import type { Outcome } from '#domain/verification/verification.ts'
import { type ClosingItem, closingChecklist } from './closing-checklist.ts'

/** How an incident ended: 已付清 · 已签还款计划 · 核查不实. */
export type ClosingOutcome = 'paid' | 'plan' | 'untrue'

/** Everything the rule looks at, gathered at one moment. */
export type ClosingState = {
  grade: Grade
  /** The claim was made in public. */
  online: boolean
  /** The verification that counts; null while nothing is settled. */
  verified: Outcome | null
  settled: 'paid' | 'plan' | null
  /** A published or recorded reply rests on the verification that counts. */
  answered: boolean
  /** Danger was told of and nobody has said that it is over. */
  dangerStands: boolean
  supervisionOpen: boolean
  /** Requests that wait for a second person, and broken glasses nobody has signed for. */
  releasesOpen: number
  /** Tasks the closing waits for and that are not done. */
  tasksOpen: number
  /** Steps that are owed and were never done. */
  stepsOwed: readonly string[]
}

/** One line of the checklist as it stands. */
export type ClosingLine = { item: ClosingItem; met: boolean; count?: number }

/** The checklist of the grade, line by line. */
export function closingLines(state: ClosingState): ClosingLine[] {
  return closingChecklist[state.grade].map((item) => ({ item, ...standOf(item, state) }))
}

/** Every condition that is not met, at once; an incident may be closed when there is none. */
export function unmetToClose(state: ClosingState): ClosingLine[] {
  return closingLines(state).filter(({ met }) => !met)
}

/** How it would end; null while the offline track is open. Who was found to be owed nothing needs no payment. */
export function outcomeOf({
  verified,
  settled,
}: Pick<ClosingState, 'verified' | 'settled'>): ClosingOutcome | null {
  if (verified === 'untrue') return 'untrue'
  return verified === null ? null : settled
}

function standOf(item: ClosingItem, state: ClosingState): Omit<ClosingLine, 'item'> {
  switch (item) {
    case 'facts_verified':
      return { met: state.verified !== null }
    case 'paid_or_planned':
      return { met: outcomeOf(state) !== null }
    case 'answered':
      return { met: !state.online || state.answered }
    case 'danger_over':
      return { met: !state.dangerStands }
    case 'supervision_over':
      return { met: !state.supervisionOpen }
    case 'releases_over':
      return { met: state.releasesOpen === 0, count: state.releasesOpen }
    case 'tasks_done':
      return { met: state.tasksOpen === 0, count: state.tasksOpen }
    default:
      return { met: !state.stepsOwed.includes(item) }
  }
}
