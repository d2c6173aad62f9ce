import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { add, lastLine, none, playwrightCounts, vitestCounts } from './test-counts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'anxin-counts-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: object): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

it('counts a file that fell over before its first test as a failure', () => {
  const file = report({
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  })
  expect(vitestCounts(file)).toEqual({ passed: 7, failed: 2, skipped: 2 })
})

it('counts a browser test that passed only when repeated as a failure', () => {
  const file = report({ stats: { expected: 8, unexpected: 1, flaky: 1, skipped: 2 } })
  expect(playwrightCounts(file)).toEqual({ passed: 8, failed: 2, skipped: 2 })
})

it('counts nothing where no report was written', () => {
  expect(vitestCounts(join(folder, 'none.json'))).toEqual(none)
  expect(playwrightCounts(join(folder, 'none.json'))).toEqual(none)
})

it.each([
  [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
  [{ passed: 11, failed: 1, skipped: 2 }, '11 passed, 1 failed, 2 skipped'],
])('ends with one plain line', (counts, line) => {
  expect(lastLine(add(counts, none))).toBe(line)
})
