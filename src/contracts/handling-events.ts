import { z } from 'zod'
import { fourNots } from '#domain/incident/four-nots.ts'
import { calledPostView, fourNotsView, leaderView, supervisionView } from './handling.ts'
import { taskView } from './tasks.ts'
import { instant, personView } from './views.ts'

const task = z.object({ task: taskView, by: personView })
const supervision = z.object({ supervision: supervisionView, by: personView })
const leader = z.object({ leader: leaderView, by: personView })
/** 1 科室负责人, 2 副职与办公室, 3 分管领导 */
const level = z.number().int()
/** Counted anew by another calendar. */
const moved = { from: instant, to: instant }

/** How an incident is handled: tasks, supervised case, leader in charge, call-out, the four 不. */
export const handlingEvents = {
  'task.assigned': task,
  'task.signed': task,
  'task.reported': task,
  'task.returned': task,
  'task.accepted': task,
  'task.withdrawn': task,
  'task.overdue': z.object({ task: taskView, level, because: z.enum(['unsigned', 'unreported']) }),
  'task.due_moved': z.object({ task: taskView, ...moved }),
  'supervision.due_moved': z.object({ supervision: supervisionView, ...moved }),
  'supervision.proposed': z.object({ supervision: supervisionView, by: personView.nullable() }),
  'supervision.opened': supervision,
  'supervision.dismissed': supervision,
  'supervision.replied': supervision,
  'supervision.returned': supervision,
  'supervision.passed': supervision,
  'supervision.closed': supervision,
  'supervision.overdue': z.object({ supervision: supervisionView, level }),
  'leader.named': leader,
  'leader.noted': leader.extend({ note: z.string() }),
  'leader.checked': leader,
  'leader.overdue': z.object({ leader: leaderView, level, because: z.enum(['promise', 'note']) }),
  'callout.sent': z.object({ incidentId: z.string(), called: z.array(calledPostView), by: personView }),
  'callout.answered': z.object({ called: calledPostView, by: personView }),
  'four_nots.set': z.object({
    incidentId: z.string(),
    nots: fourNotsView,
    /** Those that burn now and did not before; any of them proposes a graver grade. */
    newly: z.array(z.enum(fourNots)),
    by: personView,
  }),
} as const
