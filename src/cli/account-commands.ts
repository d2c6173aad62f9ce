import { addUser as addUserInput } from '#contracts/account.ts'
import { intakeChannels } from '#contracts/commands.ts'
import { addHotlineKey } from '#use-cases/add-hotline-key.ts'
import { addUser } from '#use-cases/add-user.ts'
import { type CommandLine, UsageError } from './command-line.ts'
import { exitCodes } from './exit-codes.ts'
import { systemContext } from './system-context.ts'
import { complain, say, sentenceOf, words } from './words.ts'

const addUserCommand: CommandLine = {
  name: 'user add',
  operands: '<username>',
  options: {
    role: { type: 'string' },
    agency: { type: 'string' },
    territory: { type: 'string' },
    post: { type: 'string' },
  },
  async run([username], { role, agency = null, territory = null, post }) {
    const wanted = addUserInput.safeParse({ username, role, agency, territory, post: post ?? username })
    if (!wanted.success) throw new UsageError()
    const added = await addUser(systemContext(), wanted.data)
    if (!added.ok) {
      complain(sentenceOf(added.refusal))
      return exitCodes.refused
    }
    const { username: name, password } = added.value
    say(words('cli.userAdded', { username: name, password }))
    return exitCodes.done
  },
}

const addHotlineKeyCommand: CommandLine = {
  name: 'hotline-key add',
  operands: '<name>',
  options: { channel: { type: 'string' } },
  async run([name], { channel = '12345' }) {
    const known = intakeChannels.find((one) => one === channel)
    if (!name || !known) throw new UsageError()
    const added = await addHotlineKey(systemContext(), { name, channel: known })
    if (!added.ok) {
      complain(sentenceOf(added.refusal))
      return exitCodes.refused
    }
    say(words('cli.hotlineKeyAdded', { name, key: added.value.key, secret: added.value.secret }))
    return exitCodes.done
  },
}

export const accountCommands: CommandLine[] = [addUserCommand, addHotlineKeyCommand]
