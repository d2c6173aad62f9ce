import { expect, it } from 'vitest'
import { acceptedLocale } from './accept-language.ts'

it.each<[string | null, string]>([
  [null, 'zh'],
  ['', 'zh'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['de,en;q=0.5', 'en'],
  ['zh;q=0.1, en;q=0.9', 'en'],
  ['en;q=0, zh', 'zh'],
  ['fr', 'zh'],
  [';;;q=,,', 'zh'],
])('%s is answered in %s', (header, locale) => {
  expect(acceptedLocale(header)).toBe(locale)
})
