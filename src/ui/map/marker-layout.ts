import type { GradeView } from '#contracts/views.ts'

/** An incident about to be put on the map, in pixels of the present zoom. */
export type Spot = {
  id: string
  x: number
  y: number
  /** Width of its badge. */
  size: number
  /** Width of the ring around it; 0 when nothing is owed. */
  ring: number
  /** Smaller is worse: the worst stands for its cluster. */
  rank: number
}

/** What stands on the map: one incident, or several that would touch. */
export type Placed = { id: string; ids: string[]; x: number; y: number; size: number }

export const badgeSizes: Record<GradeView, number> = { I: 58, II: 50, III: 46, IV: 40, watch: 32 }

/**
 * Two incidents of one spot stand side by side by one badge width if that leaves its neighbours room;
 * everything that still touches becomes a cluster under its worst incident. Never a spider.
 */
export function placeMarkers(spots: Spot[]): Placed[] {
  const fanned = fanOut(spots)
  return touching(fanned).map((group) => {
    const [worst] = [...group].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    const { id, x, y, size } = worst as Spot
    return { id, ids: group.map((spot) => spot.id), x, y, size }
  })
}

function fanOut(spots: Spot[]): Spot[] {
  return spots.map((spot) => {
    const twins = spots.filter((other) => other.x === spot.x && other.y === spot.y)
    if (twins.length !== 2) return spot
    const pair = [...twins].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    const [left, right] = spread(pair[0] as Spot, pair[1] as Spot)
    const others = spots.filter((other) => !twins.includes(other))
    if (others.some((other) => crowds(other, left) || crowds(other, right))) return spot
    return spot.id === left.id ? left : right
  })
}

/** Both keep their common middle; a pixel between them. */
function spread(a: Spot, b: Spot): [Spot, Spot] {
  const gap = halfWidth(a) + halfWidth(b) + 1
  return [
    { ...a, x: a.x - gap / 2 },
    { ...b, x: b.x + gap / 2 },
  ]
}

function touching(spots: Spot[]): Spot[][] {
  const groups: Spot[][] = []
  for (const spot of spots) {
    const met = groups.filter((group) => group.some((other) => touch(spot, other)))
    const rest = groups.filter((group) => !met.includes(group))
    groups.splice(0, groups.length, ...rest, [...met.flat(), spot])
  }
  return groups
}

/** Names need room too: a fan keeps two badge widths from its neighbours. */
function crowds(a: Spot, b: Spot): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < a.size + b.size
}

function touch(a: Spot, b: Spot): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < halfWidth(a) + halfWidth(b)
}

function halfWidth({ size, ring }: Spot): number {
  return size / 2 + ring
}
