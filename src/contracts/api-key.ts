import { z } from 'zod'
import { apiScopes } from '#domain/api/scope.ts'
import { instant, personView } from './views.ts'

export const addApiKeyInput = z.object({
  name: z.string().trim().min(2).max(60),
  agency: z.string().min(1).max(40),
  scopes: z.array(z.enum(apiScopes)).min(1).max(apiScopes.length),
})
export type AddApiKey = z.infer<typeof addApiKeyInput>

export const revokeApiKeyInput = z.object({ id: z.string().min(1).max(40) })

/** A key as the administrator sees it; of its secret only the beginning. */
export const apiKeyView = z.object({
  id: z.string(),
  name: z.string(),
  agency: z.string(),
  scopes: z.array(z.enum(apiScopes)),
  createdAt: instant,
  createdBy: personView.nullable(),
  revokedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
})
export type ApiKeyView = z.infer<typeof apiKeyView>
