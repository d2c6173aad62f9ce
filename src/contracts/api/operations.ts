import { acceptAlert, listAlerts } from './alerts.ts'
import { readEvents } from './events.ts'
import { listIncidents, readIncident, recordStep } from './incidents.ts'
import type { Operation } from './operation.ts'
import { listTasks } from './tasks.ts'
import { addWebhook, listWebhooks, removeWebhook } from './webhooks.ts'

/** Everything the API can do, in the order it is read. */
export const operations: readonly Operation[] = [
  listIncidents,
  readIncident,
  recordStep,
  listAlerts,
  acceptAlert,
  listTasks,
  readEvents,
  listWebhooks,
  addWebhook,
  removeWebhook,
]
