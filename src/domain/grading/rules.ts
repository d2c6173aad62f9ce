import type { Grade } from './grade.ts'

/** Counted; a number not stated is 0, so that an unknown never raises a grade. */
export const countFacts = [
  'gathered',
  'unpaid',
  'owedYuan',
  /** Signs of danger to life. */
  'danger',
  'dead',
  'badlyHurt',
  /** Cities with linked gatherings. */
  'cities',
  'views',
  'reposts',
  /** Public platforms within two hours. */
  'platforms',
] as const
export type CountFact = (typeof countFacts)[number]

/** Said or not said. */
export const signFacts = [
  'violence',
  'arson',
  'officeAttacked',
  'mainRoadStopped',
  'officeOrRoadBlocked',
  'provincePetition',
  'fled',
  'gateBlockedOrBanner',
  'nationalOutlet',
] as const
export type SignFact = (typeof signFacts)[number]

/** What the rules read. */
export type GradeFacts = Record<CountFact, number> &
  Record<SignFact, boolean> & {
    onProject: boolean
    /** Government, state-owned, transport or water project: the provincial target there is zero. */
    publicFunds: boolean
    /** A minor or a pregnant worker among them, or a hospital or a school concerned. */
    vulnerable: boolean
    /** One of the four 不 was set to happening at the last follow-up report. */
    notsStir: boolean
  }

export type CountCondition = {
  fact: CountFact
  atLeast: number
  /** The limit where it happened on a building project; null where it is the same. */
  onProject: number | null
}
/** One small condition over one fact. */
export type Condition = CountCondition | { fact: SignFact }

export type GradedLevel = Exclude<Grade, 'watch'>
export type GradeLine = { id: string; grade: GradedLevel; when: Condition; off: boolean }

/** A gathering of state that must not be disturbed; an incident near it in those days grades one higher. */
export type ProtectedEvent = { name: string; from: string; to: string; placeCode: string }

export const modifiers = [
  'public_funds',
  'vulnerable',
  'four_nots',
  'season',
  'protected_event',
  'single_source',
] as const
export type ModifierName = (typeof modifiers)[number]

/** Everything a grade is proposed by; settings of the office, with the defaults of domain notes §3.2. */
export type GradeRules = {
  /** In order, the graver first; the first true line wins. */
  lines: GradeLine[]
  modifiers: Record<ModifierName, boolean>
  protectedKm: number
  protectedEvents: ProtectedEvent[]
  /** From here on the general emergency plan takes over; a second flag beside the grade. */
  generalPlan: { gathered: number; dead: number }
}

/** Whether the line's one condition holds. */
export function holds({ when, off }: GradeLine, facts: GradeFacts): boolean {
  if (off) return false
  if (!isCount(when)) return facts[when.fact]
  return facts[when.fact] >= limitOf(when, facts)
}

/** The fact the line looked at, and the limit it reached, for the screen. */
export function readBy({ when }: GradeLine, facts: GradeFacts): Record<string, number | string> {
  return isCount(when)
    ? { [when.fact]: facts[when.fact], atLeast: limitOf(when, facts) }
    : { sign: when.fact }
}

export function isCount(when: Condition): when is CountCondition {
  return 'atLeast' in when
}

function limitOf({ atLeast, onProject }: CountCondition, facts: GradeFacts): number {
  return facts.onProject && onProject !== null ? onProject : atLeast
}
