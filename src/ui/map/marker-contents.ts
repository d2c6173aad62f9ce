import type { IncidentView } from '#contracts/views.ts'
import { compareGrades } from '#domain/grading/grade.ts'
import { type Box, type Labelled, placeLabels } from './label-layout.ts'
import { labelGap, type MarkerContent, markerReach } from './marker-content.ts'
import { badgeSizes, type Placed, placeMarkers, type Spot } from './marker-layout.ts'
import { shortPlace } from './mosaic.ts'

export type PlacedContent = MarkerContent & { id: string; x: number; y: number }

/** From incidents with pixels to markers with names, plates and counts; all lengths in physical pixels. */
export function markerContents(
  located: { incident: IncidentView; x: number; y: number }[],
  scene: { chiefId: string | null; k: number; taken: Box[] },
): PlacedContent[] {
  const byId = new Map(located.map(({ incident }) => [incident.id, incident]))
  const order = [...located].sort((a, b) => worstFirst(a.incident, b.incident, scene.chiefId))
  const spots = order.map(({ incident, x, y }, rank): Spot => {
    return { id: incident.id, x, y, rank, size: badgeSize(incident, scene.chiefId) * scene.k }
  })
  const contents = placeMarkers(spots)
    .map((placed) => content(placed, byId, scene))
    .sort((a, b) => worstFirst(a.worst, b.worst, scene.chiefId))
  const named = contents.filter(({ worst, owed }) => owed.length > 0 || isNamed(worst))
  const sides = placeLabels(
    named.map((one) => labelled(one, scene.k)),
    {
      words: scene.taken,
      badges: contents.filter((one) => !named.includes(one)).map((one) => badgeBox(one, scene.k)),
    },
  )
  return contents.map((one) => ({ ...one, side: sides.get(one.id) ?? 'none' }))
}

function worstFirst(a: IncidentView, b: IncidentView, chiefId: string | null): number {
  if (a.id === chiefId || b.id === chiefId) return a.id === b.id ? 0 : a.id === chiefId ? -1 : 1
  return compareGrades(b.grade, a.grade) || (a.id < b.id ? -1 : 1)
}

function badgeSize(incident: IncidentView, chiefId: string | null): number {
  return incident.id === chiefId ? badgeSizes.I : badgeSizes[incident.grade]
}

/** Lesser grades stay nameless until they owe something: five names are read, fourteen are not. */
function isNamed({ grade }: IncidentView): boolean {
  return grade === 'I' || grade === 'II' || grade === 'III'
}

function content(
  placed: Placed,
  byId: Map<string, IncidentView>,
  scene: { chiefId: string | null; k: number },
): PlacedContent {
  const incidents = placed.ids.flatMap((id) => byId.get(id) ?? [])
  const worst = byId.get(placed.id) as IncidentView
  const owed = incidents
    .flatMap(({ alerts }) => alerts.filter(({ state }) => state === 'unaccepted'))
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
  return {
    id: placed.id,
    x: placed.x,
    y: placed.y,
    worst,
    incidents,
    owed,
    name: worst.place ? shortPlace(worst.place) : '',
    side: 'none',
    size: placed.size / scene.k,
    chief: placed.id === scene.chiefId,
    rung: Math.max(0, ...incidents.flatMap(({ alerts }) => alerts.map(({ rung }) => rung))),
  }
}

/** Chinese names are as wide as they have characters; a stair adds one and a half. */
function labelled(one: PlacedContent, k: number): Labelled {
  const letter = (one.chief ? 38 : 30) * k
  return {
    id: one.id,
    x: one.x,
    y: one.y,
    reach: markerReach(one) * k,
    gap: labelGap(one) * k,
    width: letter * (one.name.length + (one.rung > 0 ? 1.5 : 0)),
    height: letter * 1.1,
    plate: one.owed.length > 0 ? { width: 180 * k, height: 62 * k } : null,
  }
}

function badgeBox(one: PlacedContent, k: number): Box {
  const half = markerReach(one) * k
  return { left: one.x - half, right: one.x + half, top: one.y - half, bottom: one.y + half }
}
