import { parseArgs } from 'node:util'
import { type CommandLine, UsageError } from './command-line.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { complain, say, words } from './words.ts'

const account = async () => (await import('./account-commands.ts')).accountCommands

/** By the first word of a command; a command loads what it needs itself, and nothing of the others. */
const commandsOf: Record<string, () => Promise<CommandLine[]>> = {
  source: async () => (await import('./source-commands.ts')).sourceCommands,
  user: account,
  'hotline-key': account,
  parse: async () => [(await import('./parse-command.ts')).parseCommand],
  flag: async () => [(await import('./flag-command.ts')).flagCommand],
  train: async () => [(await import('./train-command.ts')).trainCommand],
  reindex: async () => [(await import('./reindex-command.ts')).reindexCommand],
  'api-key': async () => (await import('./api-key-commands.ts')).apiKeyCommands,
  audit: async () => (await import('./audit-commands.ts')).auditCommands,
  report: async () => [(await import('./report-command.ts')).reportCommand],
}
const helpOption = { help: { type: 'boolean', short: 'h' } } as const

process.exitCode = await main(process.argv.slice(2))
process.exit()

async function main(argv: string[]): Promise<ExitCode> {
  const [first = ''] = argv
  const commands = Object.hasOwn(commandsOf, first) ? await commandsOf[first]?.() : []
  const command = commands?.find(({ name }) => `${argv.join(' ')} `.startsWith(`${name} `))
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

async function helpOrComplain(argv: string[]): Promise<ExitCode> {
  const asked = argv.length === 0 || ['--help', '-h', 'help'].includes(argv[0] ?? '')
  const loaded = await Promise.all([...new Set(Object.values(commandsOf))].map((load) => load()))
  const lines = loaded.flat().map(({ name, operands }) => `  anxin ${name} ${operands}`.trimEnd())
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
