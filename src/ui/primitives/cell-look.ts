import clsx from 'clsx'
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

/** Light means that somebody owes an action: only owed states get paper. A time that is `over` is longer. */
export function cellLook(state: AcceptanceState, surface: CellSurface, over: boolean): CellLook {
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
    countdown: bright ? (over ? sizes.countdownOverdue : sizes.countdown) : null,
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

const cellSizes = {
  wall: {
    box: 'rounded-wall px-4 pt-3 h-full',
    agencyQuiet: 'text-wall-accepted font-medium leading-[1.3]',
    agencyOwed: 'text-wall-missing font-bold leading-[1.2]',
    word: 'text-[2rem]',
    time: 'text-[1.75rem] leading-[1.3]',
    countdown: 'text-wall-countdown font-bold leading-none tracking-[-0.02em]',
    countdownOverdue: 'text-[5.5rem] font-bold leading-none tracking-[-0.02em]',
    drain: 10,
    drainOverdue: 26,
  },
  wall_shared: {
    box: 'rounded-wall px-4 pt-2 h-full',
    agencyQuiet: 'text-wall-accepted font-medium leading-[1.3]',
    agencyOwed: 'text-wall-queue font-bold leading-[1.1]',
    word: 'text-wall-line leading-[1.1]',
    time: 'text-[1.75rem] leading-[1.3]',
    countdown: 'text-[4.25rem] font-bold leading-[1.05] tracking-[-0.02em]',
    countdownOverdue: 'text-[3.375rem] font-bold leading-[1.1] tracking-[-0.02em]',
    drain: 10,
    drainOverdue: 14,
  },
  wall_one: {
    box: 'rounded-wall px-7 pt-4 h-full',
    agencyQuiet: 'text-wall-one-agency font-medium leading-[1.3]',
    agencyOwed: 'text-wall-one-agency font-bold leading-[1.25]',
    word: 'text-[2.25rem]',
    time: 'text-[3rem] leading-[1.4]',
    countdown: 'text-wall-one-countdown font-bold leading-none tracking-[-0.02em]',
    countdownOverdue: 'text-wall-countdown font-bold leading-[1.15] tracking-[-0.02em]',
    drain: 14,
    drainOverdue: 26,
  },
  phone: {
    box: 'rounded-phone px-3 pt-2 pb-3 h-full',
    agencyQuiet: 'text-phone-body font-medium',
    agencyOwed: 'text-phone-body font-bold',
    word: 'text-phone-meta',
    time: 'text-phone-body',
    countdown: 'text-desk-figure font-bold leading-tight',
    countdownOverdue: 'text-desk-figure font-bold leading-tight',
    drain: 6,
    drainOverdue: 10,
  },
} as const

function drainHeight(state: AcceptanceState, sizes: { drain: number; drainOverdue: number }): number {
  if (state === 'overdue') return sizes.drainOverdue
  return owesAcceptance(state) || state === 'lapsing' || state === 'unknown' ? sizes.drain : 0
}
