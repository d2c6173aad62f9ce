/** An upright box in pixels of the present zoom. */
export type Box = { left: number; top: number; right: number; bottom: number }

export type LabelSide = 'right' | 'left' | 'none'

export type Labelled = {
  id: string
  x: number
  y: number
  /** Half of what the marker itself covers, ring included. */
  reach: number
  /** Space between that and the name. */
  gap: number
  width: number
  height: number
  /** A plate hangs below and must stay free. */
  plate: { width: number; height: number } | null
}

/** Chooses for each marker, worst first, the side on which its name covers nothing; none when both are taken. */
export function placeLabels(
  markers: Labelled[],
  taken: { words: Box[]; badges: Box[] },
): Map<string, LabelSide> {
  const words = [...taken.words, ...markers.flatMap(plateBox)]
  const sides = new Map<string, LabelSide>()
  for (const marker of markers) {
    const badges = [...taken.badges, ...markers.filter((other) => other !== marker).map(markerBox)]
    const side = (['right', 'left'] as const).find((one) => {
      const box = labelBox(marker, one)
      return !words.some((word) => overlap(word, box)) && !badges.some((badge) => overlap(badge, roomy(box)))
    })
    sides.set(marker.id, side ?? 'none')
    if (side) words.push(labelBox(marker, side))
  }
  return sides
}

function labelBox(marker: Labelled, side: 'left' | 'right'): Box {
  const edge = marker.reach + marker.gap
  const left = side === 'right' ? marker.x + edge : marker.x - edge - marker.width
  return {
    left,
    right: left + marker.width,
    top: marker.y - marker.height / 2,
    bottom: marker.y + marker.height / 2,
  }
}

/** A name that ends right before the next badge would read as that badge's name. */
function roomy(label: Box): Box {
  const room = (label.bottom - label.top) * 0.9
  return { ...label, left: label.left - room, right: label.right + room }
}

function markerBox({ x, y, reach }: Labelled): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
}

function plateBox({ x, y, reach, plate }: Labelled): Box[] {
  if (!plate) return []
  const top = y + reach + 8
  return [{ left: x - plate.width / 2, right: x + plate.width / 2, top, bottom: top + plate.height }]
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
