import type { PermissionCode, Person } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import type { Action } from '#domain/subjects.ts'
import type { ApiScope } from './scope.ts'

/** A program of an agency: it sees what the agency's duty officers see, and does what its scopes say. */
export type ApiKey = {
  kind: 'api_key'
  keyId: string
  name: string
  agency: string
  territory: string | null
  scopes: readonly ApiScope[]
  /** The duty post whose word it passes on (宣传部值班员); a program has no word of its own. */
  post: string | null
}

/** What a program can be allowed at all; everything else needs a person. */
const scopeOf: Partial<Record<Action, ApiScope>> = {
  see_incident: 'incidents:read',
  see_post_text: 'posts:read',
  accept_alert: 'alerts:accept',
  record_step: 'steps:write',
  see_handling: 'tasks:read',
  follow_events: 'events:read',
  manage_webhooks: 'webhooks:manage',
}

/** Whether the key's scopes cover the action; `isWord` where the action gives somebody's word. */
export function mayByScope(key: ApiKey, action: Action, isWord: boolean): Result<true, PermissionCode> {
  const scope = scopeOf[action]
  if (!scope) return refusal('role_may_not')
  if (!key.scopes.includes(scope)) return refusal('scope_missing', { scope })
  if (isWord && key.post === null) return refusal('post_missing')
  return ok(true)
}

/** A key is measured by the same rules as a duty officer of its agency. */
export function officerOf({ keyId, name, agency, territory, post }: ApiKey): Person {
  return { kind: 'person', id: keyId, username: name, post: post ?? name, role: 'duty', agency, territory }
}
