import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rungsCalled } from '#domain/contact/contact-rung.ts'
import { personalChannels } from './channel-kind.ts'
import { heardAt, type QuietHours, stepsOf } from './personal-rules.ts'
import { isSameNumber, readReply } from './reply-code.ts'
import { mostAttempts, retryAt } from './retry.ts'
import { urgencies, urgencyOf } from './urgency.ts'

const at = (clock: string) => new Date(`2026-11-23T${clock}:00+08:00`)
const night: QuietHours = { from: 22 * 60, to: 7 * 60 }
const lunch: QuietHours = { from: 12 * 60, to: 13 * 60 }

describe('how pressing', () => {
  it.each<['I' | 'II' | 'III' | 'IV' | 'watch', boolean, string]>([
    ['I', false, 'critical'],
    ['II', false, 'critical'],
    ['III', false, 'urgent'],
    ['IV', false, 'ordinary'],
    ['watch', false, 'low'],
    ['watch', true, 'critical'],
  ])('grade %s, danger %s: %s', (grade, danger, urgency) => {
    expect(urgencyOf(grade, danger)).toBe(urgency)
  })
})

describe('quiet hours', () => {
  it.each<[string, string, QuietHours | null, string]>([
    ['in the night until the morning', '23:30', night, '2026-11-24T07:00'],
    ['after midnight until the same morning', '02:00', night, '2026-11-23T07:00'],
    ['at their end no more', '07:00', night, '2026-11-23T07:00'],
    ['by day not at all', '15:00', night, '2026-11-23T15:00'],
    ['over lunch', '12:30', lunch, '2026-11-23T13:00'],
    ['never when none are set', '03:00', null, '2026-11-23T03:00'],
  ])('%s', (_, clock, quiet, heard) => {
    const found = heardAt(at(clock), { quiet, urgency: 'ordinary', channel: 'sms' })
    expect(found).toEqual(new Date(`${heard}:00+08:00`))
  })

  it('never silence a critical page nor the list on the screen, and never hold anything back for a day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('00:00'), max: at('23:59'), noInvalidDate: true }),
        fc.record({ from: fc.nat(1_439), to: fc.nat(1_439) }),
        fc.constantFrom(...urgencies),
        fc.constantFrom(...personalChannels),
        (now, quiet, urgency, channel) => {
          const heard = heardAt(now, { quiet, urgency, channel }).getTime()
          if (urgency === 'critical' || channel === 'in_app') expect(heard).toBe(now.getTime())
          expect(heard - now.getTime()).toBeLessThanOrEqual(24 * 3_600_000)
          expect(heard).toBeGreaterThan(now.getTime() - 60_000)
        },
      ),
    )
  })
})

describe('the order of calls', () => {
  it('is the own one where set, by minutes, and the screen always comes', () => {
    const own = {
      urgent: [{ channel: 'voice', afterMinutes: 3 } as const, { channel: 'sms', afterMinutes: 1 } as const],
    }
    expect(stepsOf(own, 'urgent').map(({ channel }) => channel)).toEqual(['in_app', 'sms', 'voice'])
  })

  it.each([null, {}, { critical: [] }])('falls back to what holds for everybody: %j', (rules) => {
    expect(stepsOf(rules, 'critical').map(({ channel }) => channel)).toContain('sms')
  })
})

describe('trying again', () => {
  const now = at('14:00')
  const waits = Array.from({ length: mostAttempts }, (_, index) => retryAt(index + 1, now))

  it('waits longer each time and then gives up', () => {
    const seconds = waits.map((next) => next && (next.getTime() - now.getTime()) / 1_000)
    expect(seconds).toEqual([1, 3, 10, 30, 120, 600, null])
  })

  it('keeps to what the gateway asked for, within an hour', () => {
    expect(retryAt(1, now, 60)).toEqual(new Date(now.getTime() + 60_000))
    expect(retryAt(1, now, 999_999)).toEqual(new Date(now.getTime() + 3_600_000))
  })
})

describe('an SMS reply', () => {
  it.each<[string, ReturnType<typeof readReply>]>([
    ['1 4821', { verb: 'accept', code: '4821' }],
    ['2 4821', { verb: 'escalate', code: '4821' }],
    [' 1，4821。', { verb: 'accept', code: '4821' }],
    ['升级4821', { verb: 'escalate', code: '4821' }],
    ['1 482156', { verb: 'accept', code: '482156' }],
    ['1', null],
    ['3 4821', null],
    ['14821 请问什么事', null],
    ['', null],
  ])('%s', (text, reply) => {
    expect(readReply(text)).toEqual(reply)
  })

  it.each<[string, string, boolean]>([
    ['+8619900000001', '19900000001', true],
    ['0086 199-0000-0001', '19900000001', true],
    ['19900000002', '19900000001', false],
    ['', '', false],
  ])('%s and %s: one number %s', (one, other, same) => {
    expect(isSameNumber(one, other)).toBe(same)
  })
})

it('no rung of a ladder is called by nobody', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.constantFrom('I', 'II', 'III', 'IV', 'watch' as const), (rung, grade) => {
      expect(rungsCalled(rung, grade).length).toBeGreaterThan(0)
    }),
  )
})
