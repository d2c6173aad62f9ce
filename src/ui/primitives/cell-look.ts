import clsx from 'clsx'
import type { TimeLeft } from '#ui/time/time-left.ts'
import { type AcceptanceState, owesAcceptance } from './acceptance-state.ts'

/** `wall_shared`: several owe and share the room. `wall_one`: the field of a new Ⅰ. */
export type CellSurface = 'wall' | 'wall_shared' | 'wall_one' | 'phone'

/** Classes of every part of an acceptance cell; a part that is empty is not drawn. */
export type CellLook = {
  box: string
  agency: string
  word: string | null
  time: string
  countdown: string | null
  /** Height of the drain bar in logical pixels; 0 for none. */
  drain: number
}

/** Light means that somebody owes an action: only owed states get paper. The longer the time's form, the smaller. */
export function cellLook(
  state: AcceptanceState,
  surface: CellSurface,
  form: TimeLeft['form'] = 'minutes',
): CellLook {
  const sizes = cellSizes[surface]
  const owed = owesAcceptance(state)
  const bright = owed || state === 'lapsing' || state === 'pending' || state === 'unknown'
  return {
    box: clsx(sizes.box, boxes[state]),
    agency: bright
      ? sizes.agencyOwed
      : clsx(sizes.agencyQuiet, state === 'uninvolved' ? 'text-t3' : 'text-t2'),
    word: state === 'accepted' ? null : sizes.word,
    time: clsx(sizes.time, 'text-t2'),
    countdown: bright ? clsx(sizes.countdown[lengths[form]], 'leading-none') : null,
    drain: drainHeight(state, sizes),
  }
}

const boxes: Record<AcceptanceState, string> = {
  unaccepted: 'on-paper motion-owed',
  last_quarter: 'on-paper motion-last-quarter',
  overdue: 'on-paper',
  lapsed: 'on-paper motion-owed',
  accepted: 'bg-s2 motion-settle',
  lapsing: 'bg-s2 text-paper border-[0.25rem] border-paper',
  pending: 'border-[0.1875rem] border-dashed border-paper text-t1',
  uninvolved: 'bg-s2',
  unknown: 'border-[0.1875rem] border-t2 text-t2',
}

/** How long a form reads in figures of one size: 03:12, +01:25, 1时36分, 明日 16:30. */
const lengths = {
  minutes: 'figures',
  over: 'over',
  hours: 'units',
  over_hours: 'units',
  clock: 'words',
  tomorrow: 'words',
  date: 'words',
} as const satisfies Record<TimeLeft['form'], string>

const cellSizes = {
  wall: {
    box: 'rounded-wall px-4 pt-3 h-full',
    agencyQuiet: 'text-wall-accepted font-medium leading-[1.3]',
    agencyOwed: 'text-wall-missing font-bold leading-[1.2]',
    word: 'text-[2rem]',
    time: 'text-[1.75rem] leading-[1.3]',
    countdown: {
      figures: 'text-wall-countdown font-bold tracking-[-0.02em]',
      over: 'text-[5.5rem] font-bold tracking-[-0.02em]',
      units: 'text-[4.25rem] font-bold tracking-[-0.02em]',
      words: 'mt-3 text-[3.5rem] font-semibold',
    },
    drain: 10,
    drainOverdue: 26,
  },
  wall_shared: {
    box: 'rounded-wall px-4 pt-2 h-full',
    agencyQuiet: 'text-wall-accepted font-medium leading-[1.3]',
    agencyOwed: 'text-wall-queue font-bold leading-[1.1]',
    word: 'text-wall-line leading-[1.1]',
    time: 'text-[1.75rem] leading-[1.3]',
    countdown: {
      figures: 'text-[4.25rem] font-bold tracking-[-0.02em]',
      over: 'my-1 text-[3.375rem] font-bold tracking-[-0.02em]',
      units: 'my-2 text-[2.625rem] font-bold tracking-[-0.02em]',
      words: 'my-3 text-wall-plate font-semibold',
    },
    drain: 10,
    drainOverdue: 14,
  },
  wall_one: {
    box: 'rounded-wall px-7 pt-4 h-full',
    agencyQuiet: 'text-wall-one-agency font-medium leading-[1.3]',
    agencyOwed: 'text-wall-one-agency font-bold leading-[1.25]',
    word: 'text-[2.25rem]',
    time: 'text-[3rem] leading-[1.4]',
    countdown: {
      figures: 'text-wall-one-countdown font-bold tracking-[-0.02em]',
      over: 'my-2 text-wall-countdown font-bold tracking-[-0.02em]',
      units: 'my-3 text-[5rem] font-bold tracking-[-0.02em]',
      words: 'my-4 text-[4rem] font-semibold',
    },
    drain: 14,
    drainOverdue: 26,
  },
  phone: {
    box: 'rounded-phone px-3 pt-2 pb-3 h-full',
    agencyQuiet: 'text-phone-body font-medium',
    agencyOwed: 'text-phone-body font-bold',
    word: 'text-phone-meta',
    time: 'text-phone-body',
    countdown: {
      figures: 'my-0.5 text-desk-figure font-bold',
      over: 'my-0.5 text-desk-figure font-bold',
      units: 'my-1 text-[1.25rem] font-bold',
      words: 'my-1.5 text-phone-body font-semibold',
    },
    drain: 6,
    drainOverdue: 10,
  },
} as const

function drainHeight(state: AcceptanceState, sizes: { drain: number; drainOverdue: number }): number {
  if (state === 'overdue') return sizes.drainOverdue
  return owesAcceptance(state) || state === 'lapsing' || state === 'unknown' ? sizes.drain : 0
}
