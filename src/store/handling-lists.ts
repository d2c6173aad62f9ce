import type { CallOutLine } from '#domain/call-out/call-out.ts'
import type { ChecklistLine } from '#domain/task/checklist.ts'
import callOut from '#seeds/call-out.json' with { type: 'json' }
import checklist from '#seeds/task-checklist.json' with { type: 'json' }

/** Tasks each grade and kind of incident calls for. */
export const taskChecklist = checklist.lines as readonly ChecklistLine[]

/** Posts each kind of incident calls out. */
export const callOutList = callOut.lines as readonly CallOutLine[]
