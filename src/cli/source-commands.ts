import { addSourceInput } from '#contracts/commands.ts'
import type { SourceView } from '#contracts/views.ts'
import { maxOpmlBytes } from '#sources/opml.ts'
import { addSource } from '#use-cases/add-source.ts'
import { changeSource, type SourceChange } from '#use-cases/change-source.ts'
import { exportOpml } from '#use-cases/export-opml.ts'
import { importOpml } from '#use-cases/import-opml.ts'
import { listSources } from '#use-cases/list-sources.ts'
import { type CommandLine, UsageError } from './command-line.ts'
import { exitCodes } from './exit-codes.ts'
import { readBounded } from './read-bounded.ts'
import { configOf, settingOptions } from './source-settings.ts'
import { systemContext } from './system-context.ts'
import { complain, say, sentenceOf, words } from './words.ts'

const add: CommandLine = {
  name: 'source add',
  operands: '[url]',
  options: {
    kind: { type: 'string' },
    name: { type: 'string' },
    every: { type: 'string' },
    ...settingOptions(),
  },
  async run([url = null], { kind = 'feed', name = null, every, ...settings }) {
    const config = await configOf(String(kind), settings)
    if (config === null) return exitCodes.noInput
    const wanted = addSourceInput.safeParse({
      kind,
      url,
      config,
      name,
      ...(typeof every === 'string' && { intervalSeconds: Number(every) }),
    })
    if (!wanted.success) throw new UsageError()
    const added = await addSource(systemContext(), wanted.data)
    if (!added.ok) return refused(added.refusal)
    const { name: called, credentials } = added.value
    if (credentials) say(words('cli.sourceKey', { name: called, door: `POST /api/${kind}`, ...credentials }))
    else say(words('cli.sourceAdded', { name: called }))
    return exitCodes.done
  },
}

const importFile: CommandLine = {
  name: 'source import',
  operands: '<file.opml>',
  options: {},
  async run([path]) {
    if (!path) throw new UsageError()
    const file = await readBounded(path, maxOpmlBytes)
    if (!file.ok) {
      complain(sentenceOf(file.problem))
      return exitCodes.noInput
    }
    const imported = await importOpml(systemContext(), file.body)
    if (!imported.ok) return refused(imported.refusal)
    const { added, known, refused: left } = imported.value
    for (const { line, url, refusal } of left) {
      complain(words('cli.opmlLine', { line, url, reason: sentenceOf(refusal) }))
    }
    say(words('cli.opmlImported', { added, known, refused: left.length }))
    return left.length > 0 ? exitCodes.badInput : exitCodes.done
  },
}

const exportFile: CommandLine = {
  name: 'source export',
  operands: '',
  options: {},
  async run() {
    const written = await exportOpml(systemContext())
    if (!written.ok) return refused(written.refusal)
    say(written.value.opml)
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
  importFile,
  exportFile,
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
