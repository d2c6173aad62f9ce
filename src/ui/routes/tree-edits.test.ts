import { describe, expect, it } from 'vitest'
import type { RouteLine } from '#domain/routing/route-tree.ts'
import { moved, withAdded, withLine } from './tree-edits.ts'

const line = (id: string, lines: RouteLine[] = []): RouteLine => ({
  id,
  name: id,
  when: [],
  tell: [],
  goOn: true,
  off: false,
  lines,
})
const tree = () => [line('first_line'), line('sector', [line('water'), line('road')]), line('territory')]
const ids = (lines: RouteLine[]): unknown[] =>
  lines.map((one) => (one.lines.length ? [one.id, ids(one.lines)] : one.id))

describe('editing the tree', () => {
  it.each<[string, RouteLine[], unknown[]]>([
    [
      'a line down',
      moved(tree(), 'first_line', 1),
      [['sector', ['water', 'road']], 'first_line', 'territory'],
    ],
    [
      'a line within a line up',
      moved(tree(), 'road', -1),
      ['first_line', ['sector', ['road', 'water']], 'territory'],
    ],
    ['the first line cannot go up', moved(tree(), 'first_line', -1), ids(tree())],
    ['a line taken away', withLine(tree(), 'water', null), ['first_line', ['sector', ['road']], 'territory']],
    [
      'a line added before the territory',
      withAdded(tree(), line('own'), null),
      ['first_line', ['sector', ['water', 'road']], 'own', 'territory'],
    ],
    [
      'a line added within another',
      withAdded(tree(), line('own'), 'sector'),
      ['first_line', ['sector', ['water', 'road', 'own']], 'territory'],
    ],
    [
      'and within one that lies deeper',
      withAdded(tree(), line('own'), 'water'),
      ['first_line', ['sector', [['water', ['own']], 'road']], 'territory'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(ids(lines)).toEqual(expected)
  })

  it('switches one line off and leaves the others', () => {
    const [, sector] = withLine(tree(), 'road', { ...line('road'), off: true })
    expect(sector?.lines.map(({ id, off }) => [id, off])).toEqual([
      ['water', false],
      ['road', true],
    ])
  })
})
