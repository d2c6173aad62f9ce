/** What a caller can rely on (after sysexits.h); printed by `anxin --help`. */
export const exitCodes = {
  done: 0,
  /** The command was understood and refused; the reason is on standard error. */
  refused: 1,
  /** The event log does not prove itself; the first broken event is named. */
  brokenChain: 2,
  usage: 64,
  /** Some input could not be read; the rest was done. */
  badInput: 65,
  noInput: 66,
  unexpected: 70,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
