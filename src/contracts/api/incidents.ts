import { z } from 'zod'
import { gradeView, instant, stepName } from '#contracts/views.ts'
import { operation } from './operation.ts'
import { apiIncident, apiPost, apiStep, pageCursor, pageQuery } from './parts.ts'

const byId = z.object({ id: z.uuid() })
const nothing = z.object({})

export const listIncidents = operation({
  id: 'listIncidents',
  method: 'GET',
  path: '/incidents',
  scope: 'incidents:read',
  params: nothing,
  query: z.object({
    ...pageQuery,
    state: z.enum(['open', 'closed']).optional(),
    grade: gradeView.optional(),
    /** On whose route it must be. */
    agency: z.string().max(40).optional(),
    openedAfter: instant.optional(),
    openedBefore: instant.optional(),
  }),
  body: null,
  answer: z
    .object({
      incidents: z.array(apiIncident),
      next: pageCursor.nullable(),
      /** True up to this event: follow the events from here. */
      asOf: z.int(),
    })
    .meta({ id: 'IncidentList' }),
  status: 200,
  refusals: {},
})

export const readIncident = operation({
  id: 'readIncident',
  method: 'GET',
  path: '/incidents/{id}',
  scope: 'incidents:read',
  params: byId,
  query: nothing,
  body: null,
  answer: z
    .object({
      incident: apiIncident,
      /** Null without `posts:read`, and where the agency is not on the route. */
      posts: z.array(apiPost).nullable(),
      asOf: z.int(),
    })
    .meta({ id: 'IncidentDetail' }),
  status: 200,
  refusals: { 404: ['no_such_incident'] },
})

export const recordStep = operation({
  id: 'recordStep',
  method: 'POST',
  path: '/incidents/{id}/steps',
  scope: 'steps:write',
  params: byId,
  query: nothing,
  body: z
    .object({
      /** The duty post whose word this is, as on its account. */
      post: z.string().trim().min(2).max(60),
      step: stepName,
      note: z.string().trim().max(500).nullable().default(null),
    })
    .meta({ id: 'StepDone' }),
  answer: apiStep,
  status: 201,
  refusals: {
    403: ['not_your_agency', 'unknown_post'],
    404: ['no_such_incident'],
    409: ['already_done'],
    422: ['no_such_step', 'not_recorded_by_hand'],
  },
  idempotent: true,
})
