import { door } from '#app/api/v1/door.ts'
import { readIncident as operation } from '#contracts/api/incidents.ts'
import { showIncident } from '#use-cases/show-incident.ts'

export const dynamic = 'force-dynamic'

/** One incident; its posts for those on the route with the scope for text. */
export const GET = door(operation, (context, { params }) => showIncident(context, params))
