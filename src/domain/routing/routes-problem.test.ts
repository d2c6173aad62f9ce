import { describe, expect, it } from 'vitest'
import seed from '#seeds/routes.json' with { type: 'json' }
import type { Duties, RouteLine } from './route-tree.ts'
import { problemOf } from './routes-problem.ts'

const lines = seed.lines as RouteLine[]
const book = { kinds: seed.kinds, duties: seed.duties } as Duties
const changed = (id: string, change: Partial<RouteLine>) =>
  lines.map((line) => (line.id === id ? { ...line, ...change } : line))
const without = (id: string) => lines.filter((line) => line.id !== id)
const never = [{ on: 'words' as const, any: ['从不出现'] }]

describe('a tree that cannot be saved', () => {
  it.each<[string, RouteLine[], string | undefined]>([
    ['the product’s own can', lines, undefined],
    ['without petitions it can', without('petition'), undefined],
    ['in another order it can', lines.toReversed().map((line) => ({ ...line, goOn: true })), undefined],
    ['without the first line', without('first_line'), 'fixed_line_missing'],
    ['without the territory', without('territory'), 'fixed_line_missing'],
    ['without the police in danger', without('danger_to_life'), 'fixed_line_missing'],
    ['the first line switched off', changed('first_line', { off: true }), 'fixed_line_missing'],
    ['the first line on a condition', changed('first_line', { when: never }), 'fixed_line_missing'],
    [
      'danger on a further condition',
      changed('danger_to_life', { when: [...(lines[0]?.when ?? []), ...never] }),
      'fixed_line_missing',
    ],
    [
      'one of the three left out',
      changed('first_line', { tell: [{ agency: 'rsj', kind: 'first_line' }] }),
      'fixed_line_missing',
    ],
    ['the territory told nothing', changed('territory', { tell: [] }), 'fixed_line_missing'],
    ['a line that stops before the territory', changed('petition', { goOn: false }), 'stops_before_fixed'],
    [
      'a duty the document does not give',
      changed('petition', { tell: [{ agency: 'slj', kind: 'petition' }] }),
      'no_such_duty',
    ],
    ['words without a word', changed('overseas', { when: [{ on: 'words', any: [] }] }), 'matcher_empty'],
    ['a line twice', [...lines, ...lines.slice(-1)], 'line_twice'],
  ])('%s', (_, tree, code) => {
    expect(problemOf(tree, book)?.code).toBe(code)
  })
})
