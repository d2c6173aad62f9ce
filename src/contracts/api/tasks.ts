import { z } from 'zod'
import { taskView } from '#contracts/tasks.ts'
import { operation } from './operation.ts'

/** 交办单; whoever has it to do, and what it asks. */
export const apiTask = taskView
  .pick({
    id: true,
    incidentId: true,
    year: true,
    count: true,
    kind: true,
    what: true,
    required: true,
    agency: true,
    state: true,
    assignedAt: true,
    signDueAt: true,
    dueAt: true,
    signedAt: true,
    reportedAt: true,
    version: true,
  })
  .extend({
    /** The agency that assigned it. */
    assignedBy: z.string().nullable(),
  })
  .meta({ id: 'Task' })
export type ApiTask = z.infer<typeof apiTask>

export const listTasks = operation({
  id: 'listTasks',
  method: 'GET',
  path: '/tasks',
  scope: 'tasks:read',
  params: z.object({}),
  query: z.object({
    role: z.enum(['doing', 'assigned']).optional(),
    incidentId: z.uuid().optional(),
  }),
  body: null,
  answer: z.object({ tasks: z.array(apiTask) }).meta({ id: 'TaskList' }),
  status: 200,
  refusals: {},
})
