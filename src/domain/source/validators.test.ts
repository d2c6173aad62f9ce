import { describe, expect, it } from 'vitest'
import {
  afterUnchanged,
  afterWholeAnswer,
  afterWholeCheck,
  mayAskForNewsOnly,
  newValidatorMemory,
  type ValidatorMemory,
  wholeCheckIsDue,
} from './validators.ts'

const now = new Date('2026-11-23T06:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString()
const marks = { etag: '"v1"', lastModified: null }
const held: ValidatorMemory = { ...newValidatorMemory, fullAt: hoursAgo(7), digest: 'A' }

describe('the check behind an “unchanged”', () => {
  it.each([
    [5, false],
    [6, true],
    [100, true],
  ])('%i hours after the last whole document: %s', (hours, due) => {
    expect(wholeCheckIsDue({ ...held, fullAt: hoursAgo(hours) }, now)).toBe(due)
  })

  it.each([
    ['same mark, same items: honest', marks, 'A', 'honest'],
    ['same mark, other items: a lie', marks, 'B', 'lies'],
    ['other mark, other items: it changed just then', { etag: '"v2"', lastModified: null }, 'B', 'untested'],
  ])('%s', (_, found, digest, verdict) => {
    expect(afterWholeCheck(held, marks, { ...found, digest }, now).verdict).toBe(verdict)
  })

  it('turns a liar into one that is read whole, for a week', () => {
    const liar = afterWholeCheck(held, marks, { ...marks, digest: 'B' }, now)
    const in6Days = new Date(now.getTime() + 6 * 86_400_000)
    const in8Days = new Date(now.getTime() + 8 * 86_400_000)
    expect([now, in6Days, in8Days].map((at) => mayAskForNewsOnly(liar, at))).toEqual([false, false, true])
  })
})

describe('a whole document although we sent its mark', () => {
  const again = (etag: (n: number) => string | null, digest: (n: number) => string, times: number) => {
    let memory: ValidatorMemory = { ...held, digest: digest(0) }
    let sent = { etag: etag(0), lastModified: null as string | null }
    for (let n = 1; n <= times; n++) {
      const found = { etag: etag(n), lastModified: null, digest: digest(n) }
      memory = afterWholeAnswer(memory, sent, found, now)
      sent = { etag: etag(n), lastModified: null }
    }
    return memory.verdict
  }
  it.each([
    [
      'with a new mark each time and nothing new, three times',
      (n: number) => `"${n}"`,
      () => 'A',
      3,
      'changes',
    ],
    ['with a new mark each time and nothing new, twice', (n: number) => `"${n}"`, () => 'A', 2, 'untested'],
    ['with the same mark and nothing new, three times', () => '"v1"', () => 'A', 3, 'ignores'],
    ['with news each time', (n: number) => `"${n}"`, (n: number) => `${n}`, 9, 'untested'],
    ['without any mark', () => null, () => 'A', 1, 'none'],
  ])('%s', (_, etag, digest, times, verdict) => {
    expect(again(etag, digest, times)).toBe(verdict)
  })

  it('is forgiven when the server learns to say “unchanged”', () => {
    expect(afterUnchanged({ ...held, verdict: 'ignores', needless: 5 })).toMatchObject({
      verdict: 'untested',
      needless: 0,
    })
    expect(afterUnchanged({ ...held, verdict: 'honest' }).verdict).toBe('honest')
  })
})
