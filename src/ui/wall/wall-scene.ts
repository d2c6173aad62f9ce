import type { AgencyView, BoardView, IncidentView } from '#contracts/views.ts'
import type { LinkState } from '#ui/live/link-state.ts'
import type { BaseLayers } from '#ui/map/map-scene.ts'
import { type TileCondition, tileCondition } from '#ui/primitives/tile-condition.ts'
import { isBlind } from './coverage.ts'
import { mostUrgent } from './most-urgent.ts'

/** Everything the tiles of a wall share, worked out once per second. */
export type WallScene = {
  board: BoardView
  now: number
  cut: boolean
  drill: boolean
  /** No source feeds the board: nothing new would be seen. */
  blind: boolean
  urgent: IncidentView | null
  /** 政法委, 宣传部, 人社局, always in this order. */
  firstLine: AgencyView[]
  base: BaseLayers | null
  /** Age of what the event log tells. */
  heardAt: number
  /** Age of what is polled. */
  pulseAt: number
  condition: { board: TileCondition; pulse: TileCondition }
}

/** Expected seconds between two beats of the link, and between two polls of the pulse. */
const beatSeconds = 2.5
const pollSeconds = 10

export function wallScene(
  board: BoardView,
  link: LinkState,
  now: number,
  base: BaseLayers | null,
): WallScene {
  const cut = link.state === 'cut'
  const pulseAt = Date.parse(board.pulse.at)
  const blind = isBlind(board.pulse.sources)
  return {
    board,
    now,
    cut,
    drill: board.realm === 'drill',
    blind,
    urgent: mostUrgent(board.incidents, now)?.incident ?? null,
    firstLine: firstLineOf(board.agencies),
    base,
    heardAt: link.heardAt,
    pulseAt,
    condition: {
      board: tileCondition({ dataAt: link.heardAt, now, expectedSeconds: beatSeconds, cut }),
      pulse: tileCondition({ dataAt: pulseAt, now, expectedSeconds: pollSeconds, cut }),
    },
  }
}

function firstLineOf(agencies: AgencyView[]): AgencyView[] {
  return agencies
    .filter((agency) => agency.firstLine !== null)
    .sort((a, b) => (a.firstLine ?? 0) - (b.firstLine ?? 0))
}
