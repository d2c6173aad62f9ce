import { door } from '#app/api/v1/door.ts'
import { listIncidents as operation } from '#contracts/api/incidents.ts'
import { listIncidents } from '#use-cases/list-incidents.ts'

export const dynamic = 'force-dynamic'

/** A page of the incidents the key's agency may see. */
export const GET = door(operation, (context, { query }) => listIncidents(context, query))
