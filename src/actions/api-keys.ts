'use server'
import { z } from 'zod'
import { addApiKeyInput, revokeApiKeyInput } from '#contracts/api-key.ts'
import { addApiKey as carryOutAdd } from '#use-cases/add-api-key.ts'
import { listApiKeys as carryOutList } from '#use-cases/list-api-keys.ts'
import { revokeApiKey as carryOutRevoke } from '#use-cases/revoke-api-key.ts'
import { command, query } from './command.ts'

export const addApiKey = command(addApiKeyInput, carryOutAdd)
export const revokeApiKey = command(revokeApiKeyInput, carryOutRevoke)
export const listApiKeys = query(z.undefined(), carryOutList)
