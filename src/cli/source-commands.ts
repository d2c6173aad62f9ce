import { addSourceInput } from '#contracts/commands.ts'
import type { SourceView } from '#contracts/views.ts'
import { addSource } from '#use-cases/add-source.ts'
import { changeSource, type SourceChange } from '#use-cases/change-source.ts'
import { listSources } from '#use-cases/list-sources.ts'
import { type CommandLine, UsageError } from './command-line.ts'
import { exitCodes } from './exit-codes.ts'
import { systemContext } from './system-context.ts'
import { complain, say, sentenceOf, words } from './words.ts'

const add: CommandLine = {
  name: 'source add',
  operands: '<url>',
  options: { name: { type: 'string' }, every: { type: 'string' } },
  async run([url], { name, every }) {
    if (!url) throw new UsageError()
    const wanted = addSourceInput.safeParse({
      url,
      name: typeof name === 'string' ? name : null,
      ...(typeof every === 'string' && { intervalSeconds: Number(every) }),
    })
    if (!wanted.success) throw new UsageError()
    const added = await addSource(systemContext(), wanted.data)
    if (!added.ok) return refused(added.refusal)
    say(words('cli.sourceAdded', { name: added.value.name }))
    return exitCodes.done
  },
}

const list: CommandLine = {
  name: 'source list',
  operands: '',
  options: { json: { type: 'boolean' } },
  async run(_, { json }) {
    const listed = await listSources(systemContext())
    if (!listed.ok) return refused(listed.refusal)
    if (json) say(JSON.stringify(listed.value, null, 2))
    else if (listed.value.length === 0) say(words('cli.noSources'))
    else for (const source of listed.value) say(lineOf(source))
    return exitCodes.done
  },
}

function change(name: string, to: SourceChange): CommandLine {
  return {
    name,
    operands: '<name|url|id>',
    options: {},
    async run([called]) {
      if (!called) throw new UsageError()
      const changed = await changeSource(systemContext(), { called, to })
      if (!changed.ok) return refused(changed.refusal)
      say(words('cli.sourceChanged', { name: changed.value.name, to }))
      return exitCodes.done
    },
  }
}

export const sourceCommands: CommandLine[] = [
  add,
  list,
  change('source pause', 'pause'),
  change('source resume', 'resume'),
  change('source remove', 'remove'),
]

function lineOf(source: SourceView): string {
  const { itemsFlagged, itemsSeen, lastError } = source
  const problem = lastError ? `  ${sentenceOf(lastError)}` : ''
  const counts = `${itemsFlagged}/${itemsSeen}`
  return (
    [source.state.padEnd(7), counts.padStart(9), source.name, source.url ?? source.kind].join('  ') + problem
  )
}

function refused(refusal: Parameters<typeof sentenceOf>[0]) {
  complain(sentenceOf(refusal))
  return exitCodes.refused
}
