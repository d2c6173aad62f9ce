import type { CountFact, GradedLevel, GradeLine, GradeRules, SignFact } from './rules.ts'

const count = (
  grade: GradedLevel,
  name: string,
  fact: CountFact,
  atLeast: number,
  onProject: number | null = null,
): GradeLine => ({ id: `${grade}_${name}`, grade, when: { fact, atLeast, onProject }, off: false })

const sign = (grade: GradedLevel, name: string, fact: SignFact): GradeLine => ({
  id: `${grade}_${name}`,
  grade,
  when: { fact },
  off: false,
})

/** Rules saved before the product knew a modifier, with what it has come to know since. */
export function completed(rules: GradeRules): GradeRules {
  return { ...defaultRules, ...rules, modifiers: { ...defaultRules.modifiers, ...rules.modifiers } }
}

/** Domain notes §3.2: people, yuan and signs at which each grade begins. */
export const defaultRules: GradeRules = {
  lines: [
    count('I', 'dead', 'dead', 1),
    count('I', 'hurt', 'badlyHurt', 1),
    sign('I', 'violence', 'violence'),
    sign('I', 'arson', 'arson'),
    sign('I', 'office', 'officeAttacked'),
    sign('I', 'road', 'mainRoadStopped'),
    count('I', 'cities', 'cities', 2),
    count('I', 'gathered', 'gathered', 100),
    count('I', 'unpaid', 'unpaid', 300),
    count('I', 'owed', 'owedYuan', 10_000_000),
    count('II', 'life', 'danger', 1),
    sign('II', 'blocked', 'officeOrRoadBlocked'),
    sign('II', 'petition', 'provincePetition'),
    count('II', 'gathered', 'gathered', 30),
    count('II', 'unpaid', 'unpaid', 100),
    count('II', 'owed', 'owedYuan', 2_000_000, 5_000_000),
    sign('III', 'fled', 'fled'),
    sign('III', 'gate', 'gateBlockedOrBanner'),
    count('III', 'gathered', 'gathered', 10),
    count('III', 'unpaid', 'unpaid', 30),
    count('III', 'owed', 'owedYuan', 500_000),
    sign('III', 'outlet', 'nationalOutlet'),
    count('III', 'views', 'views', 50_000),
    count('III', 'reposts', 'reposts', 500),
    count('III', 'platforms', 'platforms', 3),
    count('IV', 'gathered', 'gathered', 5),
    count('IV', 'unpaid', 'unpaid', 10),
    count('IV', 'owed', 'owedYuan', 100_000),
  ],
  modifiers: {
    public_funds: true,
    vulnerable: true,
    four_nots: true,
    season: true,
    protected_event: true,
    single_source: true,
  },
  protectedKm: 5,
  protectedEvents: [],
  generalPlan: { gathered: 1_000, dead: 3 },
}
