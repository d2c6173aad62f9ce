import { describe, expect, it } from 'vitest'
import { compactYuan, moneyFigures, rangeFigures } from './figures.ts'

describe('people', () => {
  it.each([
    [
      { min: 38, max: 38 },
      { text: '38', more: false },
    ],
    [
      { min: 30, max: null },
      { text: '30', more: true },
    ],
    [
      { min: 30, max: 50 },
      { text: '30–50', more: false },
    ],
    [
      { min: 12_000, max: 12_000 },
      { text: '12,000', more: false },
    ],
    [null, null],
  ])('%j', (range, expected) => {
    expect(rangeFigures(range)).toEqual(expected)
  })
})

describe('money', () => {
  it.each([
    [
      { min: 654_000, max: 654_000 },
      { text: '65.4', more: false, unit: 'tenThousandYuan' },
    ],
    [
      { min: 2000, max: 2000 },
      { text: '2000', more: false, unit: 'yuan' },
    ],
    [
      { min: 300, max: 20_000 },
      { text: '0.03–2', more: false, unit: 'tenThousandYuan' },
    ],
    [
      { min: 8000, max: 20_000 },
      { text: '0.8–2', more: false, unit: 'tenThousandYuan' },
    ],
    [
      { min: 120_000_000, max: null },
      { text: '1.2', more: true, unit: 'hundredMillionYuan' },
    ],
    [null, null],
  ])('%j', (range, expected) => {
    expect(moneyFigures(range)).toEqual(expected)
  })
})

it.each([
  [{ min: 186_000, max: 186_000 }, '¥186K'],
  [{ min: 2_000, max: null }, '¥2K+'],
  [{ min: 800_000, max: 1_250_000 }, '¥800K–1.3M'],
])('money where 万 is not read: %j is %s', (range, words) => {
  expect(compactYuan(range)).toBe(words)
})
