import { expect, it } from 'vitest'
import { type SourceHealth, type SourceState, sourceStateOf } from './source-state.ts'

const now = new Date('2026-11-23T06:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000)
const feed: SourceHealth = {
  pausedAt: null,
  intervalSeconds: 300,
  paceSeconds: null,
  lastSuccessAt: null,
  lastErrorAt: null,
  fellSilentAt: null,
  createdAt: ago(60),
}

it.each<[string, Partial<SourceHealth>, SourceState]>([
  ['just added', {}, 'new'],
  ['added, and nothing heard for over two intervals', { createdAt: ago(601) }, 'silent'],
  ['added, and its first poll failed', { lastErrorAt: ago(1) }, 'failed'],
  ['read a moment ago', { lastSuccessAt: ago(10) }, 'alive'],
  ['read two intervals ago', { lastSuccessAt: ago(600) }, 'alive'],
  ['read over two intervals ago', { lastSuccessAt: ago(601) }, 'late'],
  ['read six intervals ago', { lastSuccessAt: ago(1_800) }, 'late'],
  ['read over six intervals ago', { lastSuccessAt: ago(1_801) }, 'silent'],
  ['read, then failed once', { lastSuccessAt: ago(100), lastErrorAt: ago(50) }, 'alive'],
  ['failing for over two intervals', { lastSuccessAt: ago(601), lastErrorAt: ago(1) }, 'failed'],
  ['silent after an old error', { lastSuccessAt: ago(601), lastErrorAt: ago(900) }, 'late'],
  ['failed, then read', { lastSuccessAt: ago(50), lastErrorAt: ago(100) }, 'alive'],
  ['failing for over six intervals', { lastSuccessAt: ago(1_801), lastErrorAt: ago(1) }, 'silent'],
  ['paused, whatever came before', { lastErrorAt: ago(1), pausedAt: ago(5) }, 'paused'],
  ['a hotline that never called', { intervalSeconds: null, createdAt: ago(999_999) }, 'new'],
  ['a hotline that called once', { intervalSeconds: null, lastSuccessAt: ago(999_999) }, 'alive'],
  ['asked twice as often, and read six minutes ago', { paceSeconds: 120, lastSuccessAt: ago(360) }, 'late'],
  [
    'asked every half minute, and read two minutes ago',
    { paceSeconds: 30, lastSuccessAt: ago(120) },
    'alive',
  ],
  ['asked slowly because a hub pushes', { paceSeconds: 3_600, lastSuccessAt: ago(3_700) }, 'alive'],
  [
    'read a moment ago, but quiet beyond its rhythm',
    { lastSuccessAt: ago(10), fellSilentAt: ago(60) },
    'silent',
  ],
  ['a hotline gone quiet', { intervalSeconds: null, lastSuccessAt: ago(9), fellSilentAt: ago(6) }, 'silent'],
])('a source %s', (_, health, state) => {
  expect(sourceStateOf({ ...feed, ...health }, now)).toBe(state)
})
