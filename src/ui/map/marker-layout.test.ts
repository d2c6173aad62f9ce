import { describe, expect, it } from 'vitest'
import { type Box, type Labelled, placeLabels } from './label-layout.ts'
import { placeMarkers, type Spot } from './marker-layout.ts'

const spot = (id: string, x: number, y: number, rank = 2, ring = 0): Spot => ({
  id,
  x,
  y,
  rank,
  size: 40,
  ring,
})

describe('markers on the map', () => {
  it('stand where they are while nothing touches', () => {
    const placed = placeMarkers([spot('a', 0, 0), spot('b', 41, 0)])
    expect(placed.map(({ id, x, ids }) => [id, x, ids])).toEqual([
      ['a', 0, ['a']],
      ['b', 41, ['b']],
    ])
  })

  it('become a cluster under the worst when two would touch', () => {
    const [cluster, ...none] = placeMarkers([spot('mild', 0, 0, 3), spot('grave', 39, 0, 1)])
    expect(none).toEqual([])
    expect(cluster).toMatchObject({ id: 'grave', x: 39 })
    expect(cluster?.ids.toSorted()).toEqual(['grave', 'mild'])
  })

  it('join through a third that touches both', () => {
    expect(placeMarkers([spot('a', 0, 0), spot('b', 60, 0), spot('c', 30, 0)])).toHaveLength(1)
  })

  it('count the ring of one who owes as part of the badge', () => {
    expect(placeMarkers([spot('a', 0, 0), spot('b', 45, 0)])).toHaveLength(2)
    expect(placeMarkers([spot('a', 0, 0, 1, 7), spot('b', 45, 0)])).toHaveLength(1)
  })

  it('fan out by one badge width when two share a town', () => {
    const placed = placeMarkers([spot('b', 100, 50, 3), spot('a', 100, 50, 1)])
    expect(placed.map(({ id, x }) => [id, x])).toEqual([
      ['b', 120.5],
      ['a', 79.5],
    ])
  })

  it('cluster instead when the fan would touch a neighbour, or three share a town', () => {
    expect(placeMarkers([spot('a', 0, 0), spot('b', 0, 0), spot('c', 45, 0)])).toHaveLength(2)
    expect(placeMarkers([spot('a', 0, 0), spot('b', 0, 0), spot('c', 0, 0)])).toHaveLength(1)
  })
})

describe('words beside markers', () => {
  const plate = { width: 100, height: 40, gap: 10 }
  const marker = (id: string, x: number, more: Partial<Labelled> = {}): Labelled => {
    return { id, x, y: 0, reach: 20, gap: 12, width: 60, height: 30, plate: null, chief: false, ...more }
  }
  const box = (left: number, right: number, top = -10, bottom = 10) => ({ left, right, top, bottom })
  const frame = box(-2000, 2000, -500, 500)
  const sides = (markers: Labelled[], words: Box[], badges: Box[] = []) =>
    Object.fromEntries(
      [...placeLabels(markers, { words, badges, frame })].map(([id, { side }]) => [id, side]),
    )
  const plates = (markers: Labelled[], words: Box[]) =>
    Object.fromEntries(
      [...placeLabels(markers, { words, badges: [], frame })].map(([id, one]) => [id, one.plate]),
    )

  it('a name stands right where that is free, left where it is not, and gives way where both are taken', () => {
    const words = [box(40, 90), box(1050, 1060), box(940, 950)]
    expect(sides([marker('free', 500), marker('crowded', 0), marker('walled', 1000)], words)).toEqual({
      free: 'right',
      crowded: 'left',
      walled: 'none',
    })
  })

  it('a name comes nearer to a word than to a badge', () => {
    expect(sides([marker('a', 0)], [box(100, 130)])).toEqual({ a: 'right' })
    expect(sides([marker('a', 0)], [], [box(100, 130)])).toEqual({ a: 'left' })
  })

  it('names never cover each other or leave the frame', () => {
    expect(sides([marker('a', 0), marker('b', 110)], [])).toEqual({ a: 'left', b: 'right' })
    expect(sides([marker('edge', 1980)], [])).toEqual({ edge: 'left' })
  })

  it('a plate hangs below, stands above, or gives way to what is printed', () => {
    expect(plates([marker('a', 0, { plate })], [])).toEqual({ a: 'below' })
    expect(plates([marker('a', 0, { plate })], [box(-9, 9, 40, 50)])).toEqual({ a: 'above' })
    expect(plates([marker('a', 0, { plate })], [box(-9, 9, 40, 50), box(-9, 9, -60, -50)])).toEqual({
      a: 'none',
    })
  })

  it('the worse marker has its plate first, and the most urgent always', () => {
    const near = [marker('worse', 0, { plate }), marker('mild', 80, { plate })]
    expect(plates(near, [])).toEqual({ worse: 'below', mild: 'above' })
    const walled = [box(-9, 9, 40, 50), box(-9, 9, -60, -50)]
    expect(plates([marker('chief', 0, { plate, chief: true })], walled)).toEqual({ chief: 'below' })
  })
})
