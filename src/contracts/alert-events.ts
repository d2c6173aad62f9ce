import { z } from 'zod'
import { alertView, instant, personView } from './views.ts'

const byPerson = z.object({ alert: alertView, by: personView })
const rung = z.number().int()
/** Posts of contacts that are called with a rung, such as `section_head`. */
const called = z.array(z.string()).optional()
/** Posts of the incident since this agency was last called: a counter instead of a page for each. */
const again = z.number().int().optional()

/** What becomes of an agency's duty to accept and to hold an incident. */
export const alertEvents = {
  /** `sound`: a life is in danger, and every screen says so aloud. */
  'alert.raised': z.object({ alerts: z.array(alertView), sound: z.literal('life').optional() }),
  'alert.accepted': byPerson,
  /** `by`: a person called the rung before its time. */
  'alert.escalated': z.object({
    alert: alertView,
    rung,
    called,
    again,
    by: personView.nullable().optional(),
  }),
  /** The rung was called and has nobody who can be reached; the next one is called at once. */
  'alert.unreachable': z.object({ alert: alertView, rung }),
  /** Held without progress, or past its shift: the rung it had reached is called again. */
  'alert.lapsed': z.object({ alert: alertView, why: z.enum(['silence', 'shift']), rung, called, again }),
  /** Something the agency did elsewhere counts as progress. */
  'alert.renewed': byPerson,
  'alert.progressed': byPerson.extend({ note: z.string() }),
  'alert.returned': byPerson.extend({ reason: z.string(), rung, called }),
  'alert.snoozed': byPerson.extend({ until: instant }),
  /** It was put off until now, and the same rung is called again. */
  'alert.called_again': z.object({ alert: alertView, rung, called, again }),
  'alert.handover_offered': byPerson.extend({ to: personView }),
  'alert.handed_over': byPerson.extend({ from: personView.nullable() }),
  'alert.handover_declined': byPerson,
  /** The incident is over: no clock of it runs any more. */
  'alert.ended': z.object({ alerts: z.array(alertView) }),
} as const
