import { keysOnVisibleRoutes } from '#domain/visible-routes.ts'
import { type ApiKey, officerOf } from './api-key.ts'

/** Agency keys that must all be on an incident's route for it to be visible; none for whoever sees the whole city. */
export function requiredOnRoute(key: ApiKey): string[] {
  return keysOnVisibleRoutes(officerOf(key)) ?? [key.agency]
}
