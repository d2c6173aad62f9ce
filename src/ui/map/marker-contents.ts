import type { AgencyView, IncidentView } from '#contracts/views.ts'
import { compareGrades } from '#domain/grading/grade.ts'
import { timeLeft } from '#ui/time/time-left.ts'
import { type Box, type Labelled, placeLabels } from './label-layout.ts'
import {
  labelGap,
  type MarkerContent,
  markerReach,
  plateGap,
  plateHeight,
  ringWidth,
} from './marker-content.ts'
import { badgeSizes, type Placed, placeMarkers, type Spot } from './marker-layout.ts'
import { shortPlace } from './mosaic.ts'
import { owingLetters } from './owing-letters.ts'

export type PlacedContent = MarkerContent & { id: string; x: number; y: number }

export type LabelScene = {
  agencies: AgencyView[]
  chiefId: string | null
  now: number
  /** Physical pixels per logical pixel. */
  k: number
  /** Words printed on the map. */
  words: Box[]
  frame: Box
}

/** From incidents with pixels to markers with names, plates and counts; positions in physical pixels. */
export function markerContents(
  located: { incident: IncidentView; x: number; y: number }[],
  scene: LabelScene,
): PlacedContent[] {
  const byId = new Map(located.map(({ incident }) => [incident.id, incident]))
  const order = [...located].sort((a, b) => worstFirst(a.incident, b.incident, scene.chiefId))
  const spots = order.map(({ incident, x, y }, rank): Spot => {
    const ring = incident.alerts.some(({ state }) => state === 'unaccepted') ? ringWidth : 0
    const size = badgeSize(incident, scene.chiefId)
    return { id: incident.id, x, y, rank, size: size * scene.k, ring: ring * scene.k }
  })
  const contents = placeMarkers(spots)
    .map((placed) => content(placed, byId, scene))
    .sort((a, b) => worstFirst(a.worst, b.worst, scene.chiefId))
  const worded = contents.filter(hasWords)
  const places = placeLabels(
    worded.map((one) => labelled(one, scene)),
    {
      words: scene.words,
      badges: contents.filter((one) => !hasWords(one)).map((one) => badgeBox(one, scene.k)),
      frame: scene.frame,
    },
  )
  return contents.map((one): PlacedContent => ({ ...one, ...places.get(one.id) })).map(namedOnce)
}

/** Two markers side by side in one town share its name. */
function namedOnce(one: PlacedContent, index: number, all: PlacedContent[]): PlacedContent {
  const said = all.slice(0, index).some(({ name, side }) => name === one.name && side !== 'none')
  return said ? { ...one, side: 'none' } : one
}

function worstFirst(a: IncidentView, b: IncidentView, chiefId: string | null): number {
  if (a.id === chiefId || b.id === chiefId) return a.id === b.id ? 0 : a.id === chiefId ? -1 : 1
  return compareGrades(b.grade, a.grade) || (a.id < b.id ? -1 : 1)
}

function badgeSize(incident: IncidentView, chiefId: string | null): number {
  return incident.id === chiefId ? badgeSizes.I : badgeSizes[incident.grade]
}

/** Lesser grades stay nameless until they owe something, 关注 always: five names are read, fourteen are not. */
function hasWords({ worst: { grade }, owed, chief }: MarkerContent): boolean {
  if (chief) return true
  return grade === 'IV' ? owed.length > 0 : grade !== 'watch'
}

function content(placed: Placed, byId: Map<string, IncidentView>, scene: LabelScene): PlacedContent {
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
    letters: owingLetters(owed, scene.agencies),
    name: worst.place ? shortPlace(worst.place) : '',
    side: 'none',
    plate: 'none',
    size: placed.size / scene.k,
    chief: placed.id === scene.chiefId,
    arcs: arcsOf(worst),
    rung: Math.max(0, ...incidents.flatMap(({ alerts }) => alerts.map(({ rung }) => rung))),
  }
}

/** One arc for each source that carries it, once it spreads. */
function arcsOf({ spreadLevel, sources }: IncidentView): number {
  return spreadLevel ? Math.min(3, sources.length) : 0
}

/** Chinese names are as wide as they have characters; a stair adds one and a half. */
function labelled(one: PlacedContent, { k, now }: LabelScene): Labelled {
  const letter = (one.chief ? 38 : 30) * k
  return {
    id: one.id,
    x: one.x,
    y: one.y,
    reach: markerReach(one) * k,
    gap: labelGap(one) * k,
    width: letter * (one.name.length + (one.rung > 0 ? 1.5 : 0)),
    height: letter * 1.1,
    plate: plateSize(one, k, now),
    chief: one.chief,
  }
}

/** Letters of 34, padding, and a clock that is longer when it is written in words. */
function plateSize({ letters, owed: [nearest] }: PlacedContent, k: number, now: number): Labelled['plate'] {
  if (!nearest) return null
  const { form } = timeLeft(nearest.dueAt, now)
  const clock = form === 'minutes' ? 94 : form === 'over' ? 116 : 175
  return { width: (letters.length * 34 + 50 + clock) * k, height: plateHeight * k, gap: plateGap * k }
}

function badgeBox(one: PlacedContent, k: number): Box {
  const half = markerReach(one) * k
  return { left: one.x - half, right: one.x + half, top: one.y - half, bottom: one.y + half }
}
