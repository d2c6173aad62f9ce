import type { ChainHead } from '#domain/audit/chain.ts'
import type { Result } from '#domain/result.ts'
import { postHeadNow } from '#use-cases/post-heads.ts'
import { readLogHead } from '#use-cases/read-log-head.ts'
import { type LogVerdict, verifyLog } from '#use-cases/verify-log.ts'
import { type CommandLine, UsageError } from './command-line.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { systemContext } from './system-context.ts'
import { complain, say, sentenceOf, words } from './words.ts'

/** `anxin audit verify`: proves the event log, or names its first broken event. */
const verifyCommand: CommandLine = {
  name: 'audit verify',
  operands: '[seq:hash …]',
  options: { json: { type: 'boolean' } },
  async run(kept, { json }) {
    const verified = await verifyLog(systemContext(), { kept: kept.map(keptHead) })
    if (!verified.ok) return refuse(verified)
    const verdict = verified.value
    if (json) say(JSON.stringify(verdict))
    else sayVerdict(verdict)
    return verdict.broken || verdict.altered.length > 0 ? exitCodes.brokenChain : exitCodes.done
  },
}

/** `anxin audit head`: the last link of the log, to be kept where nobody of this house can change it. */
const headCommand: CommandLine = {
  name: 'audit head',
  operands: '',
  options: { json: { type: 'boolean' }, post: { type: 'boolean' } },
  async run(_, { json, post }) {
    const read = await (post ? postHeadNow(systemContext()) : readLogHead(systemContext()))
    if (!read.ok) return refuse(read)
    const { seq, hash } = read.value
    say(json ? JSON.stringify({ seq, hash }) : `${seq}:${hash}`)
    return exitCodes.done
  },
}

export const auditCommands: CommandLine[] = [verifyCommand, headCommand]

/** As `anxin audit head` prints it: `1234:a41f…`. */
function keptHead(text: string): ChainHead {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  if (!seq || !hash) throw new UsageError()
  return { seq: Number(seq), hash }
}

function sayVerdict({ events, head, compared, broken, unfit, altered }: LogVerdict): void {
  if (!broken) say(words('cli.chainWhole', { events, compared, hash: head.hash }))
  else {
    const { fault, seq, id } = broken
    complain(words('cli.chainBroken', { fault, seq, id: id ?? 0, events }))
  }
  for (const { day, edition, seq } of unfit) complain(words('cli.headUnfit', { day, edition, seq }))
  for (const report of altered) complain(words('cli.reportAltered', report))
}

function refuse(answer: Extract<Result<unknown>, { ok: false }>): ExitCode {
  complain(sentenceOf(answer.refusal))
  return exitCodes.refused
}
