import { door } from '#app/api/v1/door.ts'
import { readEvents as operation } from '#contracts/api/events.ts'
import { readEvents } from '#use-cases/read-events.ts'

export const dynamic = 'force-dynamic'

/** What has happened since a cursor, at once or when something does. */
export const GET = door(operation, (context, { query }, gone) => readEvents(context, query, gone))
