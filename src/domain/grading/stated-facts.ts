import { type CountFact, countFacts, type GradeFacts, type SignFact, signFacts } from './rules.ts'

/** What an officer may state as a fact of the incident; the rules count it beside what the posts claim. */
export const statedCounts = countFacts.filter((fact) => fact !== 'platforms' && fact !== 'danger')
const alsoSaid = ['danger', 'minor', 'pregnant', 'hospitalOrSchool', 'publicFunds'] as const
export const statedSigns: readonly StatedSign[] = [...signFacts, ...alsoSaid]

export type StatedSign = SignFact | (typeof alsoSaid)[number]
/** Set at the follow-up report, with its evidence; never by itself. */
export const notsStir = 'notsStir'
export type StatedCount = Exclude<CountFact, 'platforms' | 'danger'>
export type StatedFact = StatedCount | StatedSign | typeof notsStir

export type Stated = {
  value: number | boolean
  by: { post: string; agency: string | null }
  /** ISO 8601 */
  at: string
}
export type StatedFacts = Partial<Record<StatedFact, Stated>>

/** Facts with what officers stated: the larger number counts, and a sign said by either stands. */
export function withStated(read: GradeFacts, stated: StatedFacts): GradeFacts {
  const number = (fact: StatedCount) => Math.max(read[fact], Number(stated[fact]?.value ?? 0))
  const said = (fact: StatedSign | typeof notsStir) => stated[fact]?.value === true
  return {
    ...read,
    ...(Object.fromEntries(statedCounts.map((fact) => [fact, number(fact as StatedCount)])) as Record<
      StatedCount,
      number
    >),
    ...(Object.fromEntries(signFacts.map((fact) => [fact, read[fact] || said(fact)])) as Record<
      SignFact,
      boolean
    >),
    danger: said('danger') ? Math.max(1, read.danger) : read.danger,
    publicFunds: read.publicFunds || said('publicFunds'),
    notsStir: read.notsStir || said(notsStir),
    vulnerable: read.vulnerable || said('minor') || said('pregnant') || said('hospitalOrSchool'),
  }
}

/** Whether an officer has said anything of the claim; an officer's word is a second source, the mood on site is none. */
export function isStated(stated: StatedFacts): boolean {
  return Object.keys(stated).some((fact) => fact !== notsStir)
}
