import { reindexIncidents } from '#use-cases/reindex-incidents.ts'
import type { CommandLine } from './command-line.ts'
import { exitCodes } from './exit-codes.ts'
import { systemContext } from './system-context.ts'
import { say, words } from './words.ts'

/** `anxin reindex`: makes the correlation's index anew. */
export const reindexCommand: CommandLine = {
  name: 'reindex',
  operands: '',
  options: {},
  async run() {
    say(words('cli.reindexed', { count: await reindexIncidents(systemContext()) }))
    return exitCodes.done
  },
}
