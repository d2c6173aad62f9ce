import { describe, expect, it } from 'vitest'
import { readPost } from '#domain/post/read-post.ts'
import { compileTables } from '#domain/post/reading-tables.ts'
import model from '#seeds/flag-model.json'
import gazetteer from '#seeds/gazetteer.json'
import lexicons from '#seeds/lexicons.json'
import { correlate } from './correlate.ts'
import { factsOfPost } from './incident.ts'
import { oneEvent, type Pair } from './one-event-pairs.ts'
import { twoEvents } from './two-events-pairs.ts'

const tables = compileTables(lexicons, gazetteer, model)
const now = new Date('2026-11-23T06:00:00Z')

const read = (text: string) => {
  const { facts, body } = readPost({ externalId: 'x', title: '', text, url: null, publishedAt: null }, tables)
  return { facts: factsOfPost(facts), body }
}

/** Whether the second telling joins an incident opened by the first, and the other way round. */
function joins([, first, second]: Pair): [boolean, boolean] {
  const [one, two] = [read(first), read(second)]
  const joined = (known: typeof one, told: typeof one) => {
    const candidate = { ...known.facts, id: 'known', lastPostAt: now, closedAt: null, bodies: [known.body] }
    return correlate(told, [candidate], now).incidentId !== null
  }
  return [joined(one, two), joined(two, one)]
}

describe('tellings of one event and of two', () => {
  const found = oneEvent.filter((pair) => joins(pair)[0])
  const confused = twoEvents.filter((pair) => joins(pair)[0])

  it('are forty and more of each', () => {
    expect(Math.min(oneEvent.length, twoEvents.length)).toBeGreaterThanOrEqual(40)
  })

  it.each(twoEvents)('two events stay two: %s', (...pair) => {
    expect(joins(pair)).toEqual([false, false])
  })

  it('one event is found whichever telling came first', () => {
    for (const pair of oneEvent)
      expect([pair[0], ...joins(pair)]).toEqual([pair[0], joins(pair)[0], joins(pair)[0]])
  })

  it('join with a recall of at least 0.95 and a precision of 1', () => {
    const missed = oneEvent.filter((pair) => !found.includes(pair)).map(([what]) => what)
    const [recall, precision] = [
      found.length / oneEvent.length,
      found.length / (found.length + confused.length),
    ]
    console.info(
      `recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}; missed: ${missed.join('; ') || 'none'}`,
    )
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(precision).toBe(1)
  })
})
