import { describe, expect, it } from 'vitest'
import { type AccountChange, type AgencyKinds, mayChangeAccount, settlePosting } from './account.ts'
import type { Role } from './permission.ts'

const kinds: AgencyKinds = new Map([
  ['xcb', 'first_line'],
  ['zjj', 'member'],
  ['t330483', 'territory'],
  ['t330481', 'territory'],
])

describe('a posting is whole before it is kept', () => {
  it.each<[Role, string | null, string | null, string]>([
    ['duty', 'xcb', null, 'xcb/null'],
    ['duty', 'xcb', 't330483', 'xcb/t330483'],
    ['duty', 't330483', null, 't330483/t330483'],
    ['leader', 't330483', 't330483', 't330483/t330483'],
    ['wall', null, null, 'null/null'],
    ['office', null, null, 'null/null'],
    ['admin', 'zjj', null, 'zjj/null'],
    ['duty', null, null, 'agency_needed'],
    ['leader', null, 't330483', 'agency_needed'],
    ['duty', 'nowhere', null, 'unknown_agency'],
    ['duty', 'xcb', 'zjj', 'not_a_territory'],
    ['duty', 'xcb', 'nowhere', 'not_a_territory'],
    ['duty', 't330483', 't330481', 'other_territory'],
  ])('%s of %s in %s: %s', (role, agency, territory, expected) => {
    const settled = settlePosting({ role, agency, territory, post: '值班员' }, kinds)
    const answer = settled.ok ? `${settled.value.agency}/${settled.value.territory}` : settled.refusal.code
    expect(answer).toBe(expected)
  })
})

describe('the room never locks itself out', () => {
  const admin = { id: 'a', role: 'admin' as Role, disabled: false }

  it.each<[string, typeof admin, AccountChange, string | null, string[], string]>([
    ['disabling another of two', admin, { disabled: true }, 'b', ['a', 'b'], 'yes'],
    ['disabling the last one from outside', admin, { disabled: true }, null, ['a'], 'last_administrator'],
    ['demoting the last one', admin, { role: 'duty' }, null, ['a'], 'last_administrator'],
    ['disabling oneself', admin, { disabled: true }, 'a', ['a', 'b'], 'not_yourself'],
    ['demoting oneself', admin, { role: 'office' }, 'a', ['a', 'b'], 'not_yourself'],
    ['renaming one’s own post', admin, { post: '管理员' }, 'a', ['a'], 'yes'],
    ['keeping the role', admin, { role: 'admin' }, 'a', ['a'], 'yes'],
    ['disabling a duty officer', { ...admin, role: 'duty' }, { disabled: true }, 'b', ['b'], 'yes'],
    ['demoting a disabled administrator', { ...admin, disabled: true }, { role: 'duty' }, 'b', ['b'], 'yes'],
  ])('%s: %s', (_, account, change, asker, active, expected) => {
    const answer = mayChangeAccount(account, change, asker, active)
    expect(answer.ok ? 'yes' : answer.refusal.code).toBe(expected)
  })
})
