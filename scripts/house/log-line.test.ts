import { expect, it } from 'vitest'
import { terminalLine } from './log-line.mjs'

const at = new Date(2026, 10, 23, 20, 15, 3).getTime()

it.each([
  [
    'a warning',
    { level: 40, time: at, msg: 'redis is away', reason: 'ECONNREFUSED' },
    '20:15:03 [web] 提醒 warn: redis is away (ECONNREFUSED)',
  ],
  [
    'an error with its message',
    { level: 50, time: at, msg: 'job failed', err: { message: 'no such row' } },
    '20:15:03 [web] 错误 error: job failed (no such row)',
  ],
  ['nothing of everyday lines', { level: 30, time: at, msg: 'listening' }, null],
])('shows %s', (_, entry, shown) => {
  expect(terminalLine('web', JSON.stringify(entry), false)).toBe(shown)
})

it.each([
  ['Error: it broke', true, '[web] Error: it broke'],
  ['', true, null],
  ['a banner of some library', false, null],
  ['{"not":"a log line"}', false, null],
  ['{broken', true, '[web] {broken'],
])('shows what is no log line only from stderr: %j', (line, isStderr, shown) => {
  expect(terminalLine('web', line, isStderr)).toBe(shown)
})
