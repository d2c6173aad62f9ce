/**
 * What a key may be allowed, each by itself. Text of posts is a scope of its own: most programs need none.
 */
export const apiScopes = [
  'incidents:read',
  'posts:read',
  'alerts:accept',
  'steps:write',
  'tasks:read',
  'events:read',
  'webhooks:manage',
] as const

export type ApiScope = (typeof apiScopes)[number]
