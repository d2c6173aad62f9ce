import type { ExitCode } from './exit-codes.ts'

/** One command of `anxin`: its words, its options, and what it does. */
export type CommandLine = {
  /** `source add`; what the user types. */
  name: string
  /** What follows the name, for the help: `<url>`. */
  operands: string
  options: Record<string, { type: 'string' | 'boolean'; short?: string }>
  run(operands: string[], options: Record<string, string | boolean | undefined>): Promise<ExitCode>
}

/** Thrown by a command that was called the wrong way; the entry shows its help. */
export class UsageError extends Error {}
