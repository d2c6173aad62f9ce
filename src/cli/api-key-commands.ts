import { addApiKeyInput } from '#contracts/api-key.ts'
import { addApiKey } from '#use-cases/add-api-key.ts'
import { listApiKeys } from '#use-cases/list-api-keys.ts'
import { revokeApiKey } from '#use-cases/revoke-api-key.ts'
import { type CommandLine, UsageError } from './command-line.ts'
import { exitCodes } from './exit-codes.ts'
import { systemContext } from './system-context.ts'
import { complain, say, sentenceOf, words } from './words.ts'

/** What a program that only looks needs. */
const usualScopes = 'incidents:read,events:read'

const addCommand: CommandLine = {
  name: 'api-key add',
  operands: '<name>',
  options: { agency: { type: 'string' }, scopes: { type: 'string' } },
  async run([name], { agency, scopes = usualScopes }) {
    const wanted = addApiKeyInput.safeParse({ name, agency, scopes: String(scopes).split(',') })
    if (!wanted.success) throw new UsageError()
    const added = await addApiKey(systemContext(), wanted.data)
    if (!added.ok) {
      complain(sentenceOf(added.refusal))
      return exitCodes.refused
    }
    say(words('cli.apiKeyAdded', { name: wanted.data.name, key: added.value.key }))
    return exitCodes.done
  },
}

const listCommand: CommandLine = {
  name: 'api-key list',
  operands: '',
  options: { json: { type: 'boolean' } },
  async run(_, { json }) {
    const listed = await listApiKeys(systemContext())
    if (!listed.ok) {
      complain(sentenceOf(listed.refusal))
      return exitCodes.refused
    }
    if (json) say(JSON.stringify(listed.value, null, 2))
    else {
      for (const { id, agency, name, scopes, lastUsedAt, revokedAt } of listed.value) {
        const state = revokedAt ? words('cli.apiKeyRevokedAt', { at: revokedAt }) : (lastUsedAt ?? '–')
        say([id, agency, name, scopes.join(','), state].join('\t'))
      }
    }
    return exitCodes.done
  },
}

const revokeCommand: CommandLine = {
  name: 'api-key revoke',
  operands: '<id>',
  options: {},
  async run([id]) {
    if (!id) throw new UsageError()
    const revoked = await revokeApiKey(systemContext(), { id })
    if (!revoked.ok) {
      complain(sentenceOf(revoked.refusal))
      return exitCodes.refused
    }
    say(words('cli.apiKeyRevoked', { name: revoked.value.name }))
    return exitCodes.done
  },
}

/** `anxin api-key …`: programs that speak for an agency. */
export const apiKeyCommands: CommandLine[] = [addCommand, listCommand, revokeCommand]
