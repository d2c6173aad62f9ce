import { describe, expect, it } from 'vitest'
import type { PostReading, RawPost } from '#domain/post/post.ts'
import { readPost, shouldKeep } from '#domain/post/read-post.ts'
import { hotlineBody, hotlineToRawPost } from '#sources/hotline.ts'
import { readingTables } from '#store/reading-tables.ts'
import { marks, type Round, roundOf } from './round.ts'
import { drillEvening, type ScriptedCall, type ScriptedPost } from './scenario.ts'
import { callBody } from './send-call.ts'

const evening = drillEvening()
const now = new Date('2026-06-10T10:00:00Z')
const round = roundOf(evening, now)

describe('every scripted message is read as the script expects', () => {
  it.each(readingsOf(round))('$script.id', ({ script, reading }) => {
    expect(summaryOf(reading, script)).toEqual(expectedOf(script))
  })

  it('whatever name the firms of a round get', () => {
    for (const index of marks.keys()) {
      const other = roundOf(evening, new Date(now.getTime() + index * 1_000))
      const odd = readingsOf(other).filter(
        ({ script, reading }) => !same(summaryOf(reading, script), expectedOf(script)),
      )
      expect(odd.map(({ reading }) => reading.body)).toEqual([])
    }
  })
})

describe('no personal datum of the script survives', () => {
  const readings = readingsOf(round)
  const data = readings.flatMap(({ script }) => script.expect.masked ?? [])

  it('the script holds a telephone, an identity, a card, an account, a name and a script tag', () => {
    expect(data).toEqual(
      expect.arrayContaining([
        '19900000000',
        '99000019900101123X',
        '6200000000000000000',
        'shili_nobody_99',
        '甄示例',
        '<script',
      ]),
    )
  })

  it.each(readings)('$script.id', ({ reading, written }) => {
    const kept = JSON.stringify(reading)
    for (const datum of data) expect(kept).not.toContain(datum)
    expect(reading.body).not.toMatch(/\d{11}/)
    if (!written.includes('<script')) expect(reading.body.length).toBe(written.length)
  })
})

it('about half of the script is not about arrears, as in life', () => {
  const kept = evening.posts.filter((post) => post.expect.kept).length
  expect(kept / evening.posts.length).toBeGreaterThan(0.4)
  expect(kept / evening.posts.length).toBeLessThan(0.6)
})

type Read = { script: ScriptedPost | ScriptedCall; reading: PostReading; written: string }

function readingsOf(one: Round): Read[] {
  const posts = one.posts.map(({ script, id, title, text, publishedAt }): [Read['script'], RawPost] => [
    script,
    { externalId: id, title, text, url: null, publishedAt },
  ])
  const calls = one.calls.map((call): [Read['script'], RawPost] => [
    call.script,
    hotlineToRawPost(hotlineBody.parse(JSON.parse(callBody(evening, call))), call.dueAt).post,
  ])
  return [...posts, ...calls].map(([script, raw]) => ({
    script,
    reading: readPost(raw, readingTables()),
    written: raw.title === '' ? raw.text : `${raw.title}\n${raw.text}`,
  }))
}

/** Only what the script states an expectation of. */
function summaryOf({ flag, facts, ...reading }: PostReading, { expect: stated }: Read['script']) {
  return {
    kept: shouldKeep({ flag, facts, ...reading }),
    flagged: flag.flagged,
    outOfArea: facts.outOfArea,
    ...(stated.label && { label: flag.label }),
    ...(stated.place !== undefined && { place: facts.places[0]?.name ?? null }),
  }
}

function expectedOf({ expect: stated }: Read['script']) {
  const { kept, flagged, label, place, outOfArea = false } = stated
  return { kept, flagged, outOfArea, ...(label && { label }), ...(place !== undefined && { place }) }
}

function same(one: object, other: object): boolean {
  return JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())
}
