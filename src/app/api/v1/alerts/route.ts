import { door } from '#app/api/v1/door.ts'
import { listAlerts as operation } from '#contracts/api/alerts.ts'
import { listAlerts } from '#use-cases/list-alerts.ts'

export const dynamic = 'force-dynamic'

/** A page of one agency's alerts. */
export const GET = door(operation, (context, { query }) => listAlerts(context, query))
