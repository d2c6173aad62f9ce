import type { Shift } from '#domain/clock/shifts.ts'
import seed from '#seeds/shifts.json' with { type: 'json' }

/** The turns of duty of every agency. */
export const shifts: readonly Shift[] = seed.shifts
