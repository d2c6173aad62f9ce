import { z } from 'zod'
import { instant } from '#contracts/views.ts'
import { operation } from './operation.ts'

/** Seconds a request may wait for news. */
export const longestWait = 25

/** An event of an incident, as it stands in the log. New names may come with any release. */
export const apiEvent = z
  .object({
    id: z.int(),
    name: z.string(),
    at: instant,
    incidentId: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' })
export type ApiEvent = z.infer<typeof apiEvent>

export const readEvents = operation({
  id: 'readEvents',
  method: 'GET',
  path: '/events',
  scope: 'events:read',
  params: z.object({}),
  query: z.object({
    /** The cursor of the answer before, or `asOf` of a list. */
    after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    /** Where there is no news yet, wait for it so many seconds. */
    wait: z.coerce.number().int().min(0).max(longestWait).default(0),
  }),
  body: null,
  answer: z
    .object({
      events: z.array(apiEvent),
      /** Go on from here; it moves past events the agency may not hear. */
      cursor: z.int(),
      /** There is more to be had at once. */
      more: z.boolean(),
    })
    .meta({ id: 'EventPage' }),
  status: 200,
  refusals: {},
})
