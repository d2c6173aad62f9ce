import { expect, it } from 'vitest'
import { ok, refusal } from '#domain/result.ts'
import { granted } from './granted.ts'

/** Next says by a thrown digest where a page goes. */
function digestOf(code: string): string | undefined {
  try {
    granted(refusal(code))
  } catch (error) {
    return (error as { digest?: string }).digest
  }
}

it('hands over what was granted', () => {
  expect(granted(ok(7))).toBe(7)
})

it.each([
  ['not_signed_in', /^NEXT_REDIRECT;.*;\/login;/],
  ['role_may_not', /404/],
])('%s leaves the page', (code, where) => {
  expect(digestOf(code)).toMatch(where)
})

it.each(['unexpected', 'not_understood'])('%s fails the page and never redirects', (code) => {
  expect(() => granted(refusal(code))).toThrow(code)
  expect(digestOf(code)).toBeUndefined()
})
