import { z } from 'zod'
import { promisedStep } from '#contracts/lease.ts'
import { instant } from '#contracts/views.ts'
import { operation } from './operation.ts'
import { apiAlert, pageCursor, pageQuery } from './parts.ts'

const nothing = z.object({})

export const listAlerts = operation({
  id: 'listAlerts',
  method: 'GET',
  path: '/alerts',
  scope: 'incidents:read',
  params: nothing,
  query: z.object({
    ...pageQuery,
    state: z.enum(['unaccepted', 'accepted', 'ended']).optional(),
    /** Left out: those of the key's own agency. */
    agency: z.string().max(40).optional(),
    incidentId: z.uuid().optional(),
  }),
  body: null,
  answer: z
    .object({ alerts: z.array(apiAlert), next: pageCursor.nullable(), asOf: z.int() })
    .meta({ id: 'AlertList' }),
  status: 200,
  refusals: {},
})

export const acceptAlert = operation({
  id: 'acceptAlert',
  method: 'POST',
  path: '/alerts/{id}/accept',
  scope: 'alerts:accept',
  params: z.object({ id: z.uuid() }),
  query: nothing,
  body: z
    .object({
      /** The duty post that accepts, as on its account. */
      post: z.string().trim().min(2).max(60),
      /** The next step and its time; left out for what one press on the screen proposes. */
      promise: z.object({ step: promisedStep, at: instant }).nullable().default(null),
    })
    .meta({ id: 'Acceptance' }),
  answer: apiAlert,
  status: 200,
  refusals: {
    403: ['not_your_agency', 'unknown_post'],
    404: ['no_such_alert'],
    409: ['already_accepted', 'alert_ended'],
    422: ['no_such_step', 'promise_past', 'promise_too_late'],
  },
  idempotent: true,
})
