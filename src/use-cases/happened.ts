import type { NewEvent } from '#contracts/events.ts'

/** Events about incidents, each with the agencies that may hear it. */
export type Happened = (NewEvent & { route: string[] })[]
