import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drawMosaic } from './draw-mosaic.mjs'

const read = (name: string) => JSON.parse(readFileSync(new URL(`../seeds/${name}`, import.meta.url), 'utf8'))
const { units } = read('gazetteer.json')
const drawn = drawMosaic(units)

describe('the schematic map', () => {
  it('is the one in seeds/mosaic.json', () => {
    expect(drawn).toEqual(read('mosaic.json'))
  })

  it('has a cell for each of the 72 towns and keeps every county in one piece', () => {
    expect(drawn.towns).toHaveLength(72)
    expect(drawn.counties.map((county) => county.pieces)).toEqual(Array(7).fill(1))
  })

  it('stands every zone on one of its own towns', () => {
    const zones = units.filter((unit: { level: string }) => unit.level === 'zone')
    const cells = new Map(drawn.others.map((other) => [other.code, other.cell]))
    expect(zones).toHaveLength(2)
    for (const zone of zones) expect(zone.members).toContain(cells.get(zone.code))
  })

  it('keeps any two towns far enough apart to be read', () => {
    const points = drawn.towns.map((town) => town.at)
    const gaps = points.flatMap(([x, y]: number[], i: number) =>
      points.slice(i + 1).map(([px, py]: number[]) => Math.hypot(x - px, y - py)),
    )
    expect(Math.min(...gaps)).toBeGreaterThan(30)
  })
})
