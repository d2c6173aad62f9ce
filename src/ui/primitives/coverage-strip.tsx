import clsx from 'clsx'
import { rem } from '#ui/tokens/rem.ts'

/** `late` half filled, `silent` hollow and dashed, `idle` not expected to speak. */
export type CoverageState = 'alive' | 'late' | 'silent' | 'idle'

/** One cell per source or part, always in the same order, so that a gap is found by place. */
export function CoverageStrip({
  cells,
  height,
}: {
  cells: { key: string; name: string; state: CoverageState }[]
  /** Logical pixels: 10 on a wall, 20 on a sheet. */
  height: number
}) {
  return (
    <ul className="flex w-full gap-[0.25rem]" style={{ height: rem(height) }}>
      {cells.map((cell) => (
        <li
          key={cell.key}
          title={cell.name}
          className={clsx('relative min-w-0 flex-1 overflow-hidden', looks[cell.state])}
        >
          {cell.state === 'late' ? <span className="absolute inset-x-0 bottom-0 h-1/2 bg-accent" /> : null}
        </li>
      ))}
    </ul>
  )
}

const looks: Record<CoverageState, string> = {
  alive: 'bg-accent',
  late: 'bg-line2',
  silent: 'border-2 border-dashed border-paper',
  idle: 'bg-line2',
}
