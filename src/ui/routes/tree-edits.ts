import type { RouteLine } from '#domain/routing/route-tree.ts'

/** The tree with one line replaced, wherever it stands; null takes it away with all in it. */
export function withLine(lines: RouteLine[], id: string, line: RouteLine | null): RouteLine[] {
  return lines.flatMap((one) => {
    if (one.id === id) return line ? [line] : []
    return [{ ...one, lines: withLine(one.lines, id, line) }]
  })
}

/** The tree with one line moved among its neighbours: -1 up, 1 down; at the end it stays. */
export function moved(lines: RouteLine[], id: string, by: -1 | 1): RouteLine[] {
  const at = lines.findIndex((one) => one.id === id)
  if (at < 0) return lines.map((one) => ({ ...one, lines: moved(one.lines, id, by) }))
  const line = lines[at]
  const to = at + by
  if (!line || to < 0 || to >= lines.length) return lines
  return lines.toSpliced(at, 1).toSpliced(to, 0, line)
}

/** The tree with a line added: within `parent`, or at the top before the territory, which stands last. */
export function withAdded(lines: RouteLine[], line: RouteLine, parent: string | null): RouteLine[] {
  if (parent !== null) return within(lines, line, parent)
  const last = lines.findIndex(({ id }) => id === 'territory')
  return lines.toSpliced(last < 0 ? lines.length : last, 0, line)
}

function within(lines: RouteLine[], line: RouteLine, parent: string): RouteLine[] {
  return lines.map((one) => ({
    ...one,
    lines: one.id === parent ? [...one.lines, line] : within(one.lines, line, parent),
  }))
}
