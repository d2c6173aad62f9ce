import { seesWholeCity } from '#domain/permission.ts'
import { type ApiKey, officerOf } from './api-key.ts'

/** Agency keys that must all be on an incident's route for it to be visible; none for whoever sees the whole city. */
export function requiredOnRoute(key: ApiKey): string[] {
  if (seesWholeCity(officerOf(key))) return []
  return key.territory === null ? [key.agency] : [...new Set([key.agency, key.territory])]
}
