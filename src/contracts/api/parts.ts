import { z } from 'zod'
import { postView } from '#contracts/post-view.ts'
import {
  alertView,
  gradeView,
  instant,
  personView,
  placeView,
  rangeView,
  stepView,
} from '#contracts/views.ts'

/** What programs are shown; smaller than what screens are, and kept from one release to the next. */
export const apiPerson = personView.meta({ id: 'Person' })
export const apiPlace = placeView.meta({ id: 'Place' })
export const apiRange = rangeView.meta({ id: 'Range' })

export const apiAlert = alertView
  .pick({
    id: true,
    incidentId: true,
    agency: true,
    state: true,
    raisedAt: true,
    dueAt: true,
    rung: true,
    acceptedAt: true,
    version: true,
  })
  .extend({
    acceptedBy: apiPerson.nullable(),
    /** What the acceptance is held on, and until when. */
    promise: z.object({ step: z.string(), at: instant, endsAt: instant }).nullable(),
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Alert' })
export type ApiAlert = z.infer<typeof apiAlert>

export const apiStep = stepView
  .pick({ step: true, dueAt: true, doneAt: true, note: true })
  .extend({ doneBy: apiPerson.nullable() })
  .meta({ id: 'Step' })
export type ApiStep = z.infer<typeof apiStep>

/** Everything in it is claimed by posts until it is verified. */
export const apiIncident = z
  .object({
    id: z.uuid(),
    number: z.string(),
    headline: z.string(),
    state: z.enum(['open', 'closed']),
    grade: gradeView,
    place: apiPlace.nullable(),
    employer: z.string().nullable(),
    project: z.string().nullable(),
    workers: apiRange.nullable(),
    amountYuan: apiRange.nullable(),
    months: apiRange.nullable(),
    danger: z.array(z.string()),
    collective: z.array(z.string()),
    flight: z.array(z.string()),
    postCount: z.int(),
    sources: z.array(z.string()),
    online: z.boolean(),
    route: z.array(z.string()),
    firstSeenAt: instant,
    openedAt: instant,
    lastPostAt: instant,
    closedAt: instant.nullable(),
    alerts: z.array(apiAlert),
    steps: z.array(apiStep),
    version: z.int(),
  })
  .meta({ id: 'Incident' })
export type ApiIncident = z.infer<typeof apiIncident>

/** A kept post, masked before it was stored. */
export const apiPost = postView
  .pick({ id: true, channel: true, publishedAt: true, receivedAt: true, body: true, url: true, label: true })
  .extend({ source: z.string() })
  .meta({ id: 'Post' })
export type ApiPost = z.infer<typeof apiPost>

/** Where the next page begins; null at the end. */
export const pageCursor = z.string().max(200)
export const pageQuery = {
  cursor: pageCursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
