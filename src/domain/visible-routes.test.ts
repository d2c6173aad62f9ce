import { describe, expect, it } from 'vitest'
import { may, type Person, type Role, roles } from './permission.ts'
import { keysOnVisibleRoutes } from './visible-routes.ts'

const person = (role: Role, agency: string | null, territory: string | null): Person => ({
  ...{ kind: 'person', id: 'u1', username: 'someone', post: '值班员' },
  ...{ role, agency, territory },
})
const routes = [
  ['zfw', 'xcb', 'rsj', 't330483'],
  ['zfw', 'xcb', 'rsj', 'gaj', 't330481'],
  ['zfw', 'xcb', 'rsj', 'gaj', 't330483'],
]

describe('which incidents a list holds', () => {
  const people = roles.flatMap((role) =>
    [null, 'zfw', 'rsj', 'gaj', 't330483'].flatMap((agency) =>
      [null, 't330483'].map((territory) => person(role, agency, territory)),
    ),
  )

  it.each(people)('are those $role of $agency in $territory may open', (one) => {
    const keys = keysOnVisibleRoutes(one)
    for (const route of routes) {
      const listed = keys?.every((key) => route.includes(key)) ?? false
      expect(listed).toBe(may(one, 'see_incident', { route }).ok)
    }
  })
})
