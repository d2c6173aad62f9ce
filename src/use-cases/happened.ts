import type { NewEvent } from '#contracts/events.ts'

/** Events about incidents, each with the agencies that may hear it, and its own moment where that is not everybody's. */
export type Happened = (NewEvent & { route: string[]; at?: Date })[]
