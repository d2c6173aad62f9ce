import { expect, it } from 'vitest'
import type { Person, Role } from '#domain/permission.ts'
import { hasDesk, homeOf, navigationFor } from './navigation.ts'

it.each<[Role, string, string]>([
  ['wall', 'wall', '/wall'],
  ['duty', 'desk register tasks supervision reports review intake sources wall shifts', '/desk'],
  ['leader', 'desk register tasks supervision reports review intake sources wall shifts', '/desk'],
  [
    'office',
    'desk register tasks supervision reports review intake sources wall rules model shifts contacts channels',
    '/desk',
  ],
  ['admin', 'desk sources wall rules model shifts contacts channels users keys', '/admin/users'],
])('%s finds %s and lands on %s', (role, pages, home) => {
  const person: Person = {
    kind: 'person',
    id: 'u1',
    username: 'someone',
    post: '值班员',
    role,
    agency: 'rsj',
    territory: null,
  }
  const found = navigationFor(person).map((page) => page.key)
  expect(found.join(' ')).toBe(pages)
  expect(homeOf(person)).toBe(home)
  // A wall account that types the address of the desk is sent back to its wall.
  expect(hasDesk(person)).toBe(role !== 'wall')
})
