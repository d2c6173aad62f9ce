import { describe, expect, it } from 'vitest'
import { unheardBy, type Way } from './heard.ts'
import type { PagingStep } from './personal-rules.ts'

const ways: Way[] = [
  { channel: 'in_app', carries: 'low' },
  { channel: 'sms', carries: 'critical' },
  { channel: 'voice', carries: 'critical' },
  { channel: 'web_push', carries: 'urgent' },
  { channel: 'email', carries: 'ordinary' },
]
const noTelephone = ways.filter(({ channel }) => channel === 'web_push' || channel === 'email')

describe('an own order of calls', () => {
  it.each<[string, PagingStep[], Way[], string | null]>([
    ['with the telephone at once is heard', [{ channel: 'voice', afterMinutes: 0 }], ways, null],
    ['with the telephone after four minutes is', [{ channel: 'sms', afterMinutes: 4 }], ways, null],
    [
      'with the telephone after a grade Ⅰ was due is late',
      [{ channel: 'sms', afterMinutes: 5 }],
      ways,
      'critical_late',
    ],
    ['by mail alone is not heard', [{ channel: 'email', afterMinutes: 0 }], ways, 'critical_unheard'],
    [
      'by push alone is not, where a telephone could ring',
      [{ channel: 'web_push', afterMinutes: 0 }],
      ways,
      'critical_unheard',
    ],
    ['with nothing in it is not', [], ways, 'critical_unheard'],
    [
      'by push is heard, where there is no telephone',
      [{ channel: 'web_push', afterMinutes: 0 }],
      noTelephone,
      null,
    ],
    [
      'by a telephone that is not there is not',
      [{ channel: 'voice', afterMinutes: 0 }],
      noTelephone,
      'critical_unheard',
    ],
    ['of a post nothing reaches is made no worse', [], [], null],
  ])('%s', (_, critical, usable, code) => {
    expect(unheardBy({ critical }, usable)?.code ?? null).toBe(code)
  })

  it('that is the house’s is always heard, and so is one that leaves Ⅰ and Ⅱ as they are', () => {
    expect(unheardBy(null, ways)).toBeNull()
    expect(unheardBy({ low: [] }, ways)).toBeNull()
  })
})
