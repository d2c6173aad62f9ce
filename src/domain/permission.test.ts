import { describe, expect, it } from 'vitest'
import { type Actor, may, type Person, type Role, roles, seesWholeCity } from './permission.ts'
import type { Action } from './subjects.ts'

const person = (role: Role, agency: string | null, territory: string | null = null): Person => ({
  kind: 'person',
  id: 'u1',
  username: 'someone',
  post: '值班员',
  role,
  agency,
  territory,
})

const atPuyuan = { route: ['zfw', 'xcb', 'rsj', 't330483'] }
const placedAtPuyuan = { ...atPuyuan, territories: ['t330483'] }
const placed = { ...atPuyuan, territories: ['t330483'] }
const withoutPropaganda = { route: ['zfw', 'rsj', 't330481'] }

/** Asks with the subject each action needs; the route is the incident at 濮院, the alert is 宣传部's. */
function ask(actor: Actor | null, action: Action): string {
  const answers: Record<Action, () => ReturnType<typeof may>> = {
    see_board: () => may(actor, 'see_board'),
    see_sources: () => may(actor, 'see_sources'),
    see_incident: () => may(actor, 'see_incident', atPuyuan),
    see_post_text: () => may(actor, 'see_post_text', atPuyuan),
    accept_alert: () => may(actor, 'accept_alert', { agency: 'xcb' }),
    escalate_alert: () => may(actor, 'escalate_alert', atPuyuan),
    record_step: () => may(actor, 'record_step', { step: 'written_report', ...placedAtPuyuan }),
    pause_step: () => may(actor, 'pause_step', { step: 'written_report', ...placedAtPuyuan }),
    resume_step: () => may(actor, 'resume_step', { step: 'written_report', ...placedAtPuyuan }),
    see_calendar: () => may(actor, 'see_calendar'),
    manage_calendar: () => may(actor, 'manage_calendar'),
    regroup_posts: () => may(actor, 'regroup_posts', { routes: [atPuyuan.route, atPuyuan.route] }),
    verify_facts: () => may(actor, 'verify_facts', placed),
    reply_publicly: () => may(actor, 'reply_publicly', placed),
    designate: () => may(actor, 'designate', placed),
    close_incident: () => may(actor, 'close_incident', placed),
    ask_release: () => may(actor, 'ask_release', atPuyuan),
    decide_release: () => may(actor, 'decide_release', atPuyuan),
    see_handling: () => may(actor, 'see_handling'),
    export_register: () => may(actor, 'export_register'),
    handle_incident: () => may(actor, 'handle_incident', atPuyuan),
    answer_for_agency: () => may(actor, 'answer_for_agency', { agency: 'xcb' }),
    check_work: () => may(actor, 'check_work', { agency: 'xcb' }),
    supervise: () => may(actor, 'supervise', atPuyuan),
    regrade_incident: () => may(actor, 'regrade_incident', atPuyuan),
    state_facts: () => may(actor, 'state_facts', atPuyuan),
    route_by_hand: () => may(actor, 'route_by_hand', atPuyuan),
    keep_ledger: () => may(actor, 'keep_ledger', placed),
    keep_proceedings: () => may(actor, 'keep_proceedings', placed),
    transfer_to_police: () => may(actor, 'transfer_to_police', atPuyuan),
    decide_transfer: () => may(actor, 'decide_transfer', atPuyuan),
    reply_to_transfer: () => may(actor, 'reply_to_transfer', atPuyuan),
    take_intake: () => may(actor, 'take_intake'),
    import_posts: () => may(actor, 'import_posts'),
    take_in: () => may(actor, 'take_in'),
    review_posts: () => may(actor, 'review_posts'),
    manage_rules: () => may(actor, 'manage_rules'),
    manage_sources: () => may(actor, 'manage_sources'),
    manage_users: () => may(actor, 'manage_users'),
    manage_contacts: () => may(actor, 'manage_contacts'),
    set_own_calls: () => may(actor, 'set_own_calls', { userId: 'u1' }),
    see_roster: () => may(actor, 'see_roster'),
    manage_roster: () => may(actor, 'manage_roster', { agency: 'xcb' }),
    hand_over_shift: () => may(actor, 'hand_over_shift', { agency: 'xcb' }),
    manage_channels: () => may(actor, 'manage_channels'),
    manage_hotline_keys: () => may(actor, 'manage_hotline_keys'),
    manage_api_keys: () => may(actor, 'manage_api_keys'),
    follow_events: () => may(actor, 'follow_events'),
    manage_webhooks: () => may(actor, 'manage_webhooks'),
    verify_log: () => may(actor, 'verify_log'),
    see_reports: () => may(actor, 'see_reports'),
    report_day: () => may(actor, 'report_day', { agency: 'xcb' }),
    correct_report: () => may(actor, 'correct_report'),
  }
  const answer = answers[action]()
  return answer.ok ? 'yes' : answer.refusal.code
}

const no = 'role_may_not'
const notOurs = 'not_your_agency'

/** One line per action: wall, duty, leader, office, admin – all of 宣传部, asked about its own incident. */
const ownAgency: [Action, string, string, string, string, string][] = [
  ['see_board', 'yes', 'yes', 'yes', 'yes', 'yes'],
  ['see_sources', 'yes', 'yes', 'yes', 'yes', 'yes'],
  ['see_incident', 'yes', 'yes', 'yes', 'yes', 'yes'],
  ['see_post_text', no, 'yes', 'yes', 'yes', no],
  ['accept_alert', no, 'yes', 'yes', 'yes', no],
  ['record_step', no, 'yes', 'yes', 'yes', no],
  ['pause_step', no, no, 'yes', 'yes', no],
  ['resume_step', no, 'yes', 'yes', 'yes', no],
  ['see_calendar', no, 'yes', 'yes', 'yes', 'yes'],
  ['manage_calendar', no, no, no, 'yes', no],
  ['regroup_posts', no, 'yes', 'yes', 'yes', no],
  ['verify_facts', no, notOurs, notOurs, notOurs, no],
  ['reply_publicly', no, 'yes', 'yes', 'yes', no],
  ['designate', no, 'yes', 'yes', 'yes', no],
  ['close_incident', no, notOurs, 'yes', 'yes', no],
  ['ask_release', no, 'yes', 'yes', 'yes', no],
  ['decide_release', no, 'yes', 'yes', 'yes', no],
  ['see_handling', no, 'yes', 'yes', 'yes', no],
  ['export_register', no, no, 'yes', 'yes', no],
  ['handle_incident', no, 'yes', 'yes', 'yes', no],
  ['answer_for_agency', no, 'yes', 'yes', 'yes', no],
  ['check_work', no, 'yes', 'yes', 'yes', no],
  ['supervise', no, no, 'yes', 'yes', no],
  ['regrade_incident', no, 'yes', 'yes', 'yes', no],
  ['state_facts', no, 'yes', 'yes', 'yes', no],
  ['route_by_hand', no, 'yes', 'yes', 'yes', no],
  ['keep_ledger', no, notOurs, notOurs, notOurs, no],
  ['keep_proceedings', no, notOurs, notOurs, notOurs, no],
  ['transfer_to_police', no, notOurs, notOurs, notOurs, no],
  ['decide_transfer', no, no, notOurs, notOurs, no],
  ['reply_to_transfer', no, notOurs, notOurs, notOurs, no],
  ['take_intake', no, 'yes', 'yes', 'yes', no],
  ['import_posts', no, 'yes', 'yes', 'yes', no],
  ['take_in', no, no, no, no, no],
  ['review_posts', no, 'yes', 'yes', 'yes', no],
  ['manage_rules', no, no, no, 'yes', 'yes'],
  ['manage_sources', no, no, no, 'yes', 'yes'],
  ['manage_users', no, no, no, no, 'yes'],
  ['manage_contacts', no, no, no, 'yes', 'yes'],
  ['set_own_calls', no, 'yes', 'yes', 'yes', 'yes'],
  ['see_roster', no, 'yes', 'yes', 'yes', 'yes'],
  ['manage_roster', no, no, 'yes', 'yes', 'yes'],
  ['hand_over_shift', no, 'yes', 'yes', 'yes', no],
  ['manage_channels', no, no, no, 'yes', 'yes'],
  ['manage_hotline_keys', no, no, no, no, 'yes'],
  ['manage_api_keys', no, no, no, no, 'yes'],
  ['follow_events', no, no, no, no, no],
  ['manage_webhooks', no, no, no, no, no],
  ['verify_log', no, no, no, 'yes', 'yes'],
  ['see_reports', no, 'yes', 'yes', 'yes', no],
  ['report_day', no, 'yes', 'yes', 'yes', no],
  ['correct_report', no, no, no, 'yes', no],
]

const cases = ownAgency.flatMap(([action, ...answers]) =>
  roles.map((role, i) => ({ action, role, answer: answers[i] })),
)

describe('regrouping posts', () => {
  it('is for those who are on the route of every incident touched', () => {
    const routes = [atPuyuan.route, withoutPropaganda.route]
    expect(may(person('duty', 'rsj'), 'regroup_posts', { routes }).ok).toBe(true)
    expect(may(person('duty', 'xcb'), 'regroup_posts', { routes })).toMatchObject({
      refusal: { code: 'not_your_agency' },
    })
  })
})

describe('who may do what', () => {
  it.each(cases)('$role of the agency itself, $action: $answer', ({ action, role, answer }) => {
    expect(ask(person(role, 'xcb'), action)).toBe(answer)
  })

  it.each(ownAgency.map(([action]) => action))('nobody may %s without signing in', (action) => {
    expect(ask(null, action)).toBe('not_signed_in')
  })

  it.each(ownAgency.map(([action]) => action))('a hotline key may only hand in messages: %s', (action) => {
    expect(ask({ kind: 'machine', keyId: 'k1', name: '12345' }, action)).toBe(
      action === 'take_in' ? 'yes' : no,
    )
  })

  it.each(ownAgency.map(([action]) => action))('our processes never give a person’s word: %s', (action) => {
    const word = [
      'accept_alert',
      'record_step',
      'regroup_posts',
      'review_posts',
      'regrade_incident',
      'state_facts',
      'route_by_hand',
      'pause_step',
      'resume_step',
      'manage_calendar',
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
    ].includes(action)
    expect(ask({ kind: 'system', name: 'workers' }, action)).toBe(word ? no : 'yes')
  })
})

describe('the wages and the way to the police', () => {
  it.each<[string, Person, Action, string]>([
    ['人社局 keeps the ledger', person('duty', 'rsj'), 'keep_ledger', 'yes'],
    ['the territory keeps the ledger', person('duty', 't330483', 't330483'), 'keep_ledger', 'yes'],
    ['another territory does not', person('duty', 't330481', 't330481'), 'keep_ledger', notOurs],
    ['人社局 prepares the letter', person('duty', 'rsj'), 'transfer_to_police', 'yes'],
    ['its duty officer does not decide', person('duty', 'rsj'), 'decide_transfer', no],
    ['its leader decides', person('leader', 'rsj'), 'decide_transfer', 'yes'],
    ['人社局 does not answer for the police', person('leader', 'rsj'), 'reply_to_transfer', notOurs],
  ])('%s', (_, actor, action, answer) => {
    expect(ask(actor, action)).toBe(answer)
  })
})

describe('the agency and the territory set the limits', () => {
  const elsewhere = 'not_your_agency'

  it.each<[string, Person, typeof atPuyuan, string, string]>([
    [
      'a first-line duty officer not on the route',
      person('duty', 'xcb'),
      withoutPropaganda,
      'yes',
      elsewhere,
    ],
    ['a first-line leader not on the route', person('leader', 'xcb'), withoutPropaganda, 'yes', elsewhere],
    ['the office not on the route', person('office', 'xcb'), withoutPropaganda, 'yes', elsewhere],
    ['the office without an agency', person('office', null), atPuyuan, 'yes', elsewhere],
    ['a territory on the route', person('duty', 't330483', 't330483'), atPuyuan, 'yes', 'yes'],
    ['a territory not on the route', person('duty', 't330481', 't330481'), atPuyuan, elsewhere, elsewhere],
    ['a member agency not on the route', person('leader', 'zjj'), atPuyuan, elsewhere, elsewhere],
    ['a branch in the territory of the route', person('duty', 'rsj', 't330483'), atPuyuan, 'yes', 'yes'],
    ['a branch in another territory', person('duty', 'rsj', 't330481'), atPuyuan, elsewhere, elsewhere],
    ['an administrator without an agency', person('admin', null), atPuyuan, elsewhere, no],
    ['an administrator whose agency is not on it', person('admin', 'xcb'), withoutPropaganda, elsewhere, no],
    ['a wall', person('wall', null), withoutPropaganda, 'yes', no],
  ])('%s', (_, actor, incident, sees, reads) => {
    const see = may(actor, 'see_incident', incident)
    const read = may(actor, 'see_post_text', incident)
    expect([see.ok ? 'yes' : see.refusal.code, read.ok ? 'yes' : read.refusal.code]).toEqual([sees, reads])
  })

  it.each<[string, Person, string, boolean]>([
    ['its own agency', person('duty', 'xcb'), 'xcb', true],
    ['another first-line agency', person('duty', 'xcb'), 'rsj', false],
    ['another agency, as the office', person('office', 'rsj'), 'xcb', false],
    ['its own territory', person('leader', 't330483', 't330483'), 't330483', true],
    ['the city bureau, as its branch', person('duty', 'rsj', 't330483'), 'rsj', false],
    ['anything, without an agency', person('office', null), 'xcb', false],
  ])('accepts for %s', (_, actor, agency, allowed) => {
    expect(may(actor, 'accept_alert', { agency }).ok).toBe(allowed)
  })

  it.each<[Person, boolean]>([
    [person('duty', 'zfw'), true],
    [person('leader', 'xcb'), true],
    [person('office', 'rsj'), true],
    [person('office', null), false],
    [person('duty', 'gaj'), false],
    [person('duty', 't330483', 't330483'), false],
    [person('duty', 'rsj', 't330483'), false],
  ])('$role of $agency $territory reviews doubtful posts: %s', (actor, allowed) => {
    expect(may(actor, 'review_posts').ok).toBe(allowed)
  })

  it.each<[Person, boolean]>([
    [person('wall', null), true],
    [person('office', 'rsj'), true],
    [person('duty', 'zfw'), true],
    [person('leader', 'rsj'), true],
    [person('duty', 'rsj', 't330483'), false],
    [person('duty', 't330483', 't330483'), false],
    [person('leader', 'zjj'), false],
    [person('admin', 'rsj'), false],
  ])('whole city for $role of $agency $territory: %s', (actor, whole) => {
    expect(seesWholeCity(actor)).toBe(whole)
  })
})
