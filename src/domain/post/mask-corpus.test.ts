import { expect, it } from 'vitest'
import { ordinaryTexts, personalTexts } from '#testing/privacy-corpus.ts'
import { ordinarySentences } from '#testing/privacy-ordinary.ts'
import { personalSentences } from '#testing/privacy-sentences.ts'
import { maskPersonalData } from './mask.ts'

type Datum = { text: string; start: number; end: number }

it('the corpus is large enough, and every text stands in it once', () => {
  expect(new Set(personalTexts).size).toBe(personalTexts.length)
  expect(new Set(ordinaryTexts).size).toBe(ordinaryTexts.length)
  expect(personalTexts.length).toBeGreaterThanOrEqual(300)
  expect(ordinaryTexts.length).toBeGreaterThanOrEqual(300)
  expect(personalSentences.length).toBeGreaterThanOrEqual(120)
  expect(ordinarySentences.length).toBeGreaterThanOrEqual(120)
})

it('of all personal data at least 99 % are masked whole', () => {
  const data = personalTexts.flatMap(dataIn)
  const leaked = data.filter(({ text, start, end }) =>
    /[^*\n]/u.test(maskPersonalData(text).slice(start, end)),
  )
  report('personal data masked', data.length - leaked.length, data.length, leaked)
  expect(leaked.length / data.length).toBeLessThanOrEqual(0.01)
})

it('of all ordinary texts at most 1 % are harmed', () => {
  const harmed = ordinaryTexts.filter((text) => maskPersonalData(text) !== text)
  report('ordinary texts harmed', harmed.length, ordinaryTexts.length, harmed)
  expect(harmed.length / ordinaryTexts.length).toBeLessThanOrEqual(0.01)
})

it('around what is personal at most 1 % of the texts lose anything else', () => {
  const cut = personalTexts.filter((marked) => {
    const outside = maskPersonalData(unmark(marked)).length
    return outside !== unmark(marked).length || keptOf(marked) !== maskedRest(marked)
  })
  report('texts that lose more than what is personal', cut.length, personalTexts.length, cut)
  expect(cut.length / personalTexts.length).toBeLessThanOrEqual(0.01)
})

function dataIn(marked: string): Datum[] {
  const text = unmark(marked)
  let shift = 0
  return [...marked.matchAll(/«([^»]*)»/gu)].map(({ index, 1: datum = '' }) => {
    const start = index - shift
    shift += 2
    return { text, start, end: start + datum.length }
  })
}

/** What is to stay, as it stands. */
function keptOf(marked: string): string {
  return marked.replace(/«[^»]*»/gu, '')
}

/** What stayed at the places that are not personal. */
function maskedRest(marked: string): string {
  const masked = [...maskPersonalData(unmark(marked))].join('')
  let rest = ''
  let at = 0
  for (const { start, end } of dataIn(marked)) {
    rest += masked.slice(at, start)
    at = end
  }
  return rest + masked.slice(at)
}

function unmark(marked: string): string {
  return marked.replace(/[«»]/gu, '')
}

function report(what: string, count: number, of: number, wrong: (string | Datum)[]): void {
  const shown = wrong
    .slice(0, 60)
    .map((one) => (typeof one === 'string' ? one : `${one.text} [${one.text.slice(one.start, one.end)}]`))
  process.stdout.write(`${what}: ${count} of ${of} (${((count / of) * 100).toFixed(2)} %)\n`)
  for (const one of shown)
    process.stdout.write(`  ${one} → ${maskPersonalData(unmark(one.replace(/ \[.*\]$/u, '')))}\n`)
}
