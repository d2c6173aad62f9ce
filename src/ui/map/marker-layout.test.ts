import { describe, expect, it } from 'vitest'
import { placeLabels } from './label-layout.ts'
import { placeMarkers, type Spot } from './marker-layout.ts'

const spot = (id: string, x: number, y: number, rank = 2, size = 40): Spot => ({
  id,
  x,
  y,
  rank,
  size,
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

describe('names beside markers', () => {
  const marker = (id: string, x: number) => ({
    id,
    x,
    y: 0,
    reach: 20,
    gap: 12,
    width: 60,
    height: 30,
    plate: null,
  })
  const box = (left: number, right: number) => ({ left, right, top: -10, bottom: 10 })

  it('stand right where that is free, left where it is not, and give way where both are taken', () => {
    const sides = placeLabels([marker('free', 500), marker('crowded', 0), marker('walled', 1000)], {
      badges: [],
      words: [box(40, 90), box(1050, 1060), box(940, 950)],
    })
    expect(Object.fromEntries(sides)).toEqual({ free: 'right', crowded: 'left', walled: 'none' })
  })

  it('come nearer to a word than to a badge', () => {
    const beside = [box(100, 130)]
    expect(placeLabels([marker('a', 0)], { words: beside, badges: [] }).get('a')).toBe('right')
    expect(placeLabels([marker('a', 0)], { words: [], badges: beside }).get('a')).toBe('left')
  })

  it('never cover each other', () => {
    const sides = placeLabels([marker('a', 0), marker('b', 110)], { words: [], badges: [] })
    expect(Object.fromEntries(sides)).toEqual({ a: 'left', b: 'right' })
  })
})
