import { type ApiKey, mayByScope, officerOf } from '#domain/api/api-key.ts'
import { recordersOfStep } from '#domain/incident/step-duty.ts'
import { ok, type Refusal, type Result, refusal } from './result.ts'
import type { Action, Placed, StepSubject, Subjects } from './subjects.ts'

/**
 * wall: a screen on a wall, reads only · duty: 值班员 · leader: 带班领导 ·
 * office: 领导小组办公室 · admin: keeps the users and the doors, decides nothing about incidents.
 */
export type Role = 'wall' | 'duty' | 'leader' | 'office' | 'admin'
export const roles: readonly Role[] = ['wall', 'duty', 'leader', 'office', 'admin']

/** A signed-in account. It stands for a duty post (宣传部值班员), never for a named human. */
export type Person = {
  kind: 'person'
  id: string
  username: string
  post: string
  role: Role
  /** Key of the agency it speaks for; null for screens and administrators of no agency. */
  agency: string | null
  /** Key of the territory it is confined to; null when it works city-wide. */
  territory: string | null
}

/** Whoever asks for something: a person, a program, one of our own processes, or the sender behind a hotline key. */
export type Actor =
  | Person
  | ApiKey
  | { kind: 'system'; name: string }
  | { kind: 'machine'; keyId: string; name: string }

export type PermissionCode =
  | 'not_signed_in'
  | 'role_may_not'
  | 'not_your_agency'
  | 'scope_missing'
  | 'post_missing'

type Needed<A extends Action> = Subjects[A] extends undefined ? [] : [subject: Subjects[A]]

/** May this actor do this? The one answer behind every door; a refusal says what stands in the way. */
export function may<A extends Action>(
  actor: Actor | null,
  action: A,
  ...[subject]: Needed<A>
): Result<true, PermissionCode> {
  if (!actor) return refusal('not_signed_in')
  if (actor.kind === 'machine') return action === 'take_in' ? ok(true) : refusal('role_may_not')
  if (actor.kind === 'system') return givesItsWord.has(action) ? refusal('role_may_not') : ok(true)
  const rule: Rule<A> = rules[action]
  if (actor.kind === 'api_key') {
    const scoped = mayByScope(actor, action, givesItsWord.has(action))
    if (!scoped.ok) return scoped
  } else if (!rule.roles.includes(actor.role)) return refusal('role_may_not', { role: actor.role })
  const person = actor.kind === 'api_key' ? officerOf(actor) : actor
  if (rule.when && !rule.when(person, subject as Subjects[A])) {
    return refusal('not_your_agency', actor.agency ? { agency: actor.agency } : {})
  }
  return ok(true)
}

/** Sees every incident on the map and in the lists, though not every post's text. */
export function seesWholeCity(person: Person): boolean {
  if (person.role === 'wall' || person.role === 'office') return true
  const onDuty = person.role === 'duty' || person.role === 'leader'
  return onDuty && isFirstLine(person.agency) && person.territory === null
}

/** 政法委, 宣传部, 人社局: told of every incident at the same second, shown in this order everywhere. */
export const firstLineAgencies: readonly string[] = ['zfw', 'xcb', 'rsj']

export function isFirstLine(agency: string | null): boolean {
  return agency !== null && firstLineAgencies.includes(agency)
}

type Rule<A extends Action> = {
  roles: readonly Role[]
  when?: (person: Person, subject: Subjects[A]) => boolean
}

const everyone = roles
const atTheDesk: readonly Role[] = ['duty', 'leader', 'office']

const rules: { [A in Action]: Rule<A> } = {
  see_board: { roles: everyone },
  see_sources: { roles: everyone },
  see_incident: {
    roles: everyone,
    when: (person, it) => seesWholeCity(person) || isOnRoute(person, it.route),
  },
  see_post_text: { roles: atTheDesk, when: (person, it) => isOnRoute(person, it.route) },
  accept_alert: { roles: atTheDesk, when: (person, it) => speaksFor(person, it.agency) },
  escalate_alert: { roles: atTheDesk, when: (person, it) => isOnRoute(person, it.route) },
  record_step: { roles: atTheDesk, when: speaksOfStep },
  pause_step: { roles: ['leader', 'office'], when: speaksOfStep },
  resume_step: { roles: atTheDesk, when: speaksOfStep },
  see_calendar: { roles: ['duty', 'leader', 'office', 'admin'] },
  manage_calendar: { roles: ['office'] },
  regroup_posts: {
    roles: atTheDesk,
    when: (person, it) => it.routes.every((route) => isOnRoute(person, route)),
  },
  verify_facts: { roles: atTheDesk, when: keepsWages },
  reply_publicly: {
    roles: atTheDesk,
    when: (person, it) => isOfUnit(person, 'rsj', it.route) || isOfUnit(person, 'xcb', it.route),
  },
  designate: { roles: atTheDesk, when: (person, it) => isOnRoute(person, it.route) },
  close_incident: {
    roles: atTheDesk,
    when: (person, it) =>
      isOfUnit(person, 'rsj', it.route) || (person.role !== 'duty' && isOnRoute(person, it.route)),
  },
  ask_release: { roles: atTheDesk, when: (person, it) => isOnRoute(person, it.route) },
  decide_release: { roles: atTheDesk, when: (person, it) => isOnRoute(person, it.route) },
  keep_ledger: { roles: atTheDesk, when: keepsWages },
  keep_proceedings: { roles: atTheDesk, when: keepsWages },
  transfer_to_police: { roles: atTheDesk, when: (person, it) => isOfUnit(person, 'rsj', it.route) },
  decide_transfer: {
    roles: ['leader', 'office'],
    when: (person, it) => isOfUnit(person, 'rsj', it.route),
  },
  reply_to_transfer: { roles: atTheDesk, when: (person, it) => isOfUnit(person, 'gaj', it.route) },
  see_handling: { roles: atTheDesk },
  export_register: { roles: ['leader', 'office'] },
  handle_incident: { roles: atTheDesk, when: (person, it) => isOnRoute(person, it.route) },
  answer_for_agency: { roles: atTheDesk, when: (person, it) => speaksFor(person, it.agency) },
  check_work: {
    roles: atTheDesk,
    when: (person, it) => person.role === 'office' || (it.agency !== null && speaksFor(person, it.agency)),
  },
  supervise: {
    roles: ['leader', 'office'],
    when: (person, it) => person.role === 'office' || isOnRoute(person, it.route),
  },
  regrade_incident: {
    roles: atTheDesk,
    when: (person, it) =>
      isFirstLine(person.agency) && person.territory === null && isOnRoute(person, it.route),
  },
  state_facts: { roles: atTheDesk, when: (person, it) => isOnRoute(person, it.route) },
  route_by_hand: { roles: atTheDesk, when: (person, it) => isOnRoute(person, it.route) },
  take_intake: { roles: atTheDesk },
  import_posts: { roles: atTheDesk },
  take_in: { roles: [] },
  // The text of a doubtful post is on nobody's route yet: only those told of every incident read it.
  review_posts: {
    roles: atTheDesk,
    when: ({ agency, territory }) => isFirstLine(agency) && territory === null,
  },
  manage_rules: { roles: ['office', 'admin'] },
  manage_sources: { roles: ['office', 'admin'] },
  manage_users: { roles: ['admin'] },
  manage_contacts: { roles: ['office', 'admin'] },
  set_own_calls: {
    roles: ['duty', 'leader', 'office', 'admin'],
    when: (person, it) => it.userId !== null && it.userId === person.id,
  },
  see_roster: { roles: ['duty', 'leader', 'office', 'admin'] },
  manage_roster: {
    roles: ['leader', 'office', 'admin'],
    when: (person, it) => person.role !== 'leader' || speaksFor(person, it.agency),
  },
  hand_over_shift: { roles: atTheDesk, when: (person, it) => speaksFor(person, it.agency) },
  manage_channels: { roles: ['office', 'admin'] },
  manage_hotline_keys: { roles: ['admin'] },
  manage_api_keys: { roles: ['admin'] },
  // Programs alone: a person has the screens.
  follow_events: { roles: [] },
  manage_webhooks: { roles: [] },
  verify_log: { roles: ['office', 'admin'] },
  see_reports: { roles: atTheDesk },
  report_day: { roles: atTheDesk, when: (person, it) => speaksFor(person, it.agency) },
  correct_report: { roles: ['office'] },
}

/** To accept, to record a step and to judge a post is to give one's word, which no process can do for a person. */
const givesItsWord: ReadonlySet<Action> = new Set<Action>([
  'accept_alert',
  'escalate_alert',
  'record_step',
  'pause_step',
  'resume_step',
  'manage_calendar',
  'regroup_posts',
  'review_posts',
  'regrade_incident',
  'state_facts',
  'route_by_hand',
  'handle_incident',
  'answer_for_agency',
  'check_work',
  'supervise',
  'verify_facts',
  'reply_publicly',
  'designate',
  'close_incident',
  'ask_release',
  'decide_release',
  'keep_ledger',
  'keep_proceedings',
  'transfer_to_police',
  'decide_transfer',
  'reply_to_transfer',
  'set_own_calls',
  'manage_roster',
  'hand_over_shift',
  'report_day',
  'correct_report',
])

/** An officer confined to a territory needs that territory on the route as well. */
function isOnRoute(person: Person, route: readonly string[]): boolean {
  if (person.agency === null || !route.includes(person.agency)) return false
  return person.territory === null || route.includes(person.territory)
}

function isOfUnit(person: Person, unit: string, route: readonly string[]): boolean {
  return person.agency === unit && isOnRoute(person, route)
}

/** The agencies of the step's track, each from the incident's own territory. */
function speaksOfStep(person: Person, { step, ...placed }: StepSubject): boolean {
  const { agency } = person
  return agency !== null && recordersOfStep(step, placed).includes(agency) && isOnRoute(person, placed.route)
}

/** 人社局 and the territory that handles the incident keep its money and its proceedings. */
function keepsWages(person: Person, { route, territories }: Placed): boolean {
  const { agency } = person
  return agency !== null && (agency === 'rsj' || territories.includes(agency)) && isOnRoute(person, route)
}

/** The alert of a city agency is not accepted by its branch in a territory. */
function speaksFor(person: Person, agency: string): boolean {
  return person.agency === agency && (person.territory === null || person.territory === agency)
}

export type PermissionRefusal = Refusal<PermissionCode>
