import { parseArgs } from 'node:util'
import { accountCommands } from './account-commands.ts'
import { apiKeyCommands } from './api-key-commands.ts'
import { auditCommands } from './audit-commands.ts'
import { type CommandLine, UsageError } from './command-line.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { flagCommand } from './flag-command.ts'
import { parseCommand } from './parse-command.ts'
import { reindexCommand } from './reindex-command.ts'
import { sourceCommands } from './source-commands.ts'
import { trainCommand } from './train-command.ts'
import { complain, say, words } from './words.ts'

const commands: CommandLine[] = [
  ...sourceCommands,
  ...accountCommands,
  parseCommand,
  flagCommand,
  trainCommand,
  reindexCommand,
  ...apiKeyCommands,
  ...auditCommands,
]
const helpOption = { help: { type: 'boolean', short: 'h' } } as const

process.exitCode = await main(process.argv.slice(2))
process.exit()

async function main(argv: string[]): Promise<ExitCode> {
  const command = commands.find(({ name }) => `${argv.join(' ')} `.startsWith(`${name} `))
  if (!command) return helpOrComplain(argv)
  try {
    const { values, positionals } = parseArgs({
      args: argv.slice(command.name.split(' ').length),
      options: { ...command.options, ...helpOption },
      allowPositionals: true,
    })
    if (values.help) {
      say(helpOf(command))
      return exitCodes.done
    }
    return await command.run(positionals, values)
  } catch (error) {
    if (error instanceof UsageError || isArgumentError(error)) {
      complain(helpOf(command))
      return exitCodes.usage
    }
    complain(words('cli.unexpected', { reason: error instanceof Error ? error.message : String(error) }))
    return exitCodes.unexpected
  }
}

function helpOrComplain(argv: string[]): ExitCode {
  const asked = argv.length === 0 || ['--help', '-h', 'help'].includes(argv[0] ?? '')
  const lines = commands.map(({ name, operands }) => `  anxin ${name} ${operands}`.trimEnd())
  const text = [words('cli.title'), '', ...lines, '  anxin drill', '', words('cli.exitCodes')].join('\n')
  if (asked) say(text)
  else complain(`${words('cli.unknown', { command: argv.join(' ').slice(0, 80) })}\n\n${text}`)
  return asked ? exitCodes.done : exitCodes.usage
}

function helpOf({ name, operands, options }: CommandLine): string {
  const flags = Object.entries(options).map(
    ([flag, { type }]) => ` [--${flag}${type === 'string' ? ' …' : ''}]`,
  )
  const key = name.replace(/[ -](\w)/g, (_, letter: string) => letter.toUpperCase())
  const explained = (words as unknown as (key: string) => string)(`cli.help.${key}`)
  return `anxin ${name} ${operands}${flags.join('')}\n\n${explained}`
}

function isArgumentError(error: unknown): boolean {
  return String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS')
}
