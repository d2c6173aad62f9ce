/** An upright box in pixels of the present zoom. */
export type Box = { left: number; top: number; right: number; bottom: number }

export type LabelSide = 'right' | 'left' | 'none'
export type PlatePlace = 'below' | 'above' | 'none'

export type Labelled = {
  id: string
  x: number
  y: number
  /** Half of what the marker itself covers, ring included. */
  reach: number
  /** Space between that and the name, and the size of the name. */
  gap: number
  width: number
  height: number
  /** What hangs under it while an acceptance is owed, and the space between. */
  plate: { width: number; height: number; gap: number } | null
  /** The most urgent keeps its plate even where that covers something. */
  chief: boolean
}

export type Surroundings = {
  /** Printed words that must stay readable. */
  words: Box[]
  /** Badges that carry no words themselves. */
  badges: Box[]
  /** Nothing may stand outside. */
  frame: Box
}

/** Where a marker's words stand, worst marker first: only where they cover nothing. */
export function placeLabels(
  markers: Labelled[],
  { words, badges, frame }: Surroundings,
): Map<string, { side: LabelSide; plate: PlatePlace }> {
  const taken = [...words]
  const free = (box: Box, others: Box[]) =>
    within(box, frame) && ![...taken, ...others].some((other) => overlap(other, box))
  const placed = new Map<string, { side: LabelSide; plate: PlatePlace }>()
  for (const marker of markers) {
    const others = [...badges, ...markers.filter((other) => other !== marker).map(markerBox)]
    const plate =
      plateSides.find((side) => marker.plate && free(plateBox(marker, side), others)) ??
      (marker.chief && marker.plate ? 'below' : 'none')
    if (plate !== 'none') taken.push(plateBox(marker, plate))
    const side = labelSides.find((one) => {
      const box = labelBox(marker, one)
      return free(box, []) && !others.some((badge) => overlap(badge, roomy(box)))
    })
    if (side) taken.push(labelBox(marker, side))
    placed.set(marker.id, { side: side ?? 'none', plate })
  }
  return placed
}

const labelSides = ['right', 'left'] as const
const plateSides = ['below', 'above'] as const

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

function plateBox({ x, y, reach, plate }: Labelled, side: 'below' | 'above'): Box {
  const { width, height, gap } = plate ?? { width: 0, height: 0, gap: 0 }
  const top = side === 'below' ? y + reach + gap : y - reach - gap - height
  return { left: x - width / 2, right: x + width / 2, top, bottom: top + height }
}

function within(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  )
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
