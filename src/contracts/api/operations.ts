import { acceptAlert, listAlerts } from './alerts.ts'
import { readEvents } from './events.ts'
import { listIncidents, readIncident, recordStep } from './incidents.ts'
import type { Operation } from './operation.ts'
import { addWebhook, listWebhooks, removeWebhook } from './webhooks.ts'

/** Everything the API can do, in the order it is read. */
export const operations: readonly Operation[] = [
  listIncidents,
  readIncident,
  recordStep,
  listAlerts,
  acceptAlert,
  readEvents,
  listWebhooks,
  addWebhook,
  removeWebhook,
]
