import { door } from '#app/api/v1/door.ts'
import { listTasks as operation } from '#contracts/api/tasks.ts'
import { listTasks } from '#use-cases/list-tasks.ts'

export const dynamic = 'force-dynamic'

/** What the agency has to do, or has given to others. */
export const GET = door(operation, (context, { query }) => listTasks(context, query))
