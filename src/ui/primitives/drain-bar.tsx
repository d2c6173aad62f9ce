import clsx from 'clsx'
import { rem } from '#ui/tokens/rem.ts'

/** How much time is left, draining to the left; hatched in the last quarter, a stepping strip when overdue. */
export function DrainBar({
  share,
  height,
  overdue = false,
  hatched: fellBack = false,
  className,
}: {
  /** 1 full, 0 empty. */
  share: number
  /** Logical pixels, 10 to 14. */
  height: number
  overdue?: boolean
  /** It had been held and fell back: its time is running out for the second time. */
  hatched?: boolean
  className?: string
}) {
  const hatched = overdue || fellBack || share < 0.25
  return (
    <span
      aria-hidden
      className={clsx('block', hatched ? 'hatch' : 'bg-current', overdue && 'motion-overdue', className)}
      style={{ width: overdue ? '100%' : `${share * 100}%`, height: rem(height), ...hatchPitch(overdue) }}
    />
  )
}

function hatchPitch(overdue: boolean): Record<string, string> {
  return { '--hatch': rem(overdue ? 24 : 16) }
}
