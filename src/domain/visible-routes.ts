import { type Person, seesWholeCity } from './permission.ts'

/**
 * Agency keys that must all be on an incident's route for this person to see it: none for whoever sees the whole city.
 * Null where nothing is visible. The rule of `see_incident`, for lists that are cut to size where they are stored.
 */
export function keysOnVisibleRoutes(person: Person): string[] | null {
  if (seesWholeCity(person)) return []
  if (person.agency === null) return null
  return [...new Set([person.agency, person.territory ?? person.agency])]
}
