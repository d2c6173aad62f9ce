import { ok, type Result, refusal } from './result.ts'

/** One table of what may follow what: a move, the states it may start from, and the state it ends in. */
export type Moves<State extends string, Move extends string> = Record<
  Move,
  { from: readonly State[]; to: State }
>

/** The state after a move; a move that does not start here is refused with the state that stands in its way. */
export function stateAfter<State extends string, Move extends string>(
  moves: Moves<State, Move>,
  state: State,
  move: Move,
): Result<State, 'wrong_state'> {
  const { from, to } = moves[move]
  return from.includes(state) ? ok(to) : refusal('wrong_state', { state, move })
}

/** The moves that may start from a state, in the order of the table. */
export function movesFrom<State extends string, Move extends string>(
  moves: Moves<State, Move>,
  state: State,
): Move[] {
  return (Object.keys(moves) as Move[]).filter((move) => moves[move].from.includes(state))
}

/** A screen that shows an older version than the row holds must look again before it acts. */
export function sameVersion(held: number, shown: number): Result<true, 'stale_version'> {
  return held === shown ? ok(true) : refusal('stale_version')
}
