import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '#domain/permission.ts'
import type { Result } from '#domain/result.ts'
import { gatewayReach } from '#platform/gateway-reach.ts'
import { openTown, type Town } from '#testing/town.ts'
import { readOwnCalls, saveOwnCalls, tryOwnCall } from './own-calls.ts'

let town: Town
let officer: Person
let contactId: string
beforeEach(async () => {
  // 22:00 in Jiaxing.
  town = await openTown('2026-11-23T14:00:00Z', { rungs: ['duty'], channels: ['sms', 'email'] })
  const own = town.book.get('xcb-duty')
  if (!own?.userId) throw new Error('the duty post has no account')
  officer = { ...town.officer('xcb'), id: own.userId }
  contactId = own.contactId
})
afterEach(() => town.close())

const own = () => town.contextOf(officer)
const code = (answer: Result<unknown>) => (answer.ok ? 'ok' : answer.refusal.code)
const night = { from: 20 * 60, to: 7 * 60 }
const heard = (by: 'sms' | 'email') => town.phone('xcb-duty').calls(by).length
const publish = async (forum: string, text: string) => (await town.feed(forum)).publishes(text)

describe('an officer’s own calls', () => {
  it('show what reaches the post, of a number only its end', async () => {
    const read = await readOwnCalls(own())
    const ways = read.ok ? read.value[0]?.ways : []
    expect(ways).toContainEqual({
      channel: 'sms',
      state: 'ready',
      ending: town.phone('xcb-duty').number.slice(-4),
    })
    expect(ways).toContainEqual({ channel: 'voice', state: 'no_gateway', ending: null })
    expect(JSON.stringify(read)).not.toContain(town.phone('xcb-duty').number)
  })

  it('are followed, and quiet hours hold back all but Ⅰ, Ⅱ and danger', async () => {
    const rules = {
      critical: [{ channel: 'sms' as const, afterMinutes: 0 }],
      urgent: [{ channel: 'sms' as const, afterMinutes: 2 }],
    }
    expect(code(await saveOwnCalls(own(), { contactId, rules, quiet: night }))).toBe('ok')
    await publish('论坛', '桐乡濮院一家毛衫厂拖欠工资，我们12个工友工资没着落')
    await town.clock.forward('10m')
    expect(heard('sms')).toBe(0)
    await publish('贴吧', '海宁许村工地欠薪，工友爬上塔吊说要跳下来')
    await town.settle()
    expect(heard('sms')).toBe(1)
  })

  it.each([
    ['by mail alone', [{ channel: 'email' as const, afterMinutes: 0 }], 'critical_unheard'],
    ['with nothing', [], 'critical_unheard'],
    ['after six minutes', [{ channel: 'sms' as const, afterMinutes: 6 }], 'critical_late'],
  ])('are refused where Ⅰ and Ⅱ are called %s', async (_, critical, refused) => {
    expect(code(await saveOwnCalls(own(), { contactId, rules: { critical }, quiet: null }))).toBe(refused)
  })

  it('are nobody else’s', async () => {
    const leader = town.contextOf(town.officer('xcb', 'leader'))
    expect(code(await saveOwnCalls(leader, { contactId, rules: null, quiet: null }))).toBe('not_your_agency')
    expect(code(await tryOwnCall(leader, { contactId, channel: 'sms' }))).toBe('not_your_agency')
  })

  it('are tried with one harmless message, and not without end', async () => {
    const reach = gatewayReach({ ALLOW_PRIVATE_GATEWAYS: '127.0.0.1', REALM: 'real' }, 400)
    expect(code(await tryOwnCall(own(), { contactId, channel: 'voice' }, reach))).toBe('way_not_ready')
    expect(code(await tryOwnCall(own(), { contactId, channel: 'sms' }, reach))).toBe('ok')
    expect(town.phone('xcb-duty').calls('sms')[0]?.text).toMatch(/试发/)
    const many = []
    for (let one = 0; one < 8; one += 1)
      many.push(code(await tryOwnCall(own(), { contactId, channel: 'sms' }, reach)))
    expect(many.at(-1)).toBe('too_many_requests')
  })
})
