import type { clockEvents } from '#contracts/clock.ts'
import type { EventData } from '#contracts/events.ts'
import type { TimelineEntry } from '#contracts/views.ts'

type Told = Exclude<keyof typeof clockEvents, 'calendar.changed'>
type Details = TimelineEntry['details']

/** What the timeline tells of an incident's clocks. */
export const clockDetails: { [N in Told]: (data: EventData<N>) => Details } = {
  'step.done': ({ step }) => ({
    step: step.step,
    note: step.note ?? '',
    waived: Number(step.waived ?? false),
  }),
  'step.paused': ({ step, reason }) => ({ step: step.step, reason }),
  'step.resumed': ({ step, rule, seconds, reason }) => ({
    step: step.step,
    rule,
    minutes: Math.round(seconds / 60),
    reason: reason ?? 'none',
  }),
  'step.missed': missed,
  'step.escalated': missed,
  'step.moved': ({ step, from, to }) => ({ step: step.step, fromAt: from, toAt: to }),
  'step.started': ({ step }) => ({ step }),
}

function missed({ step, rung, groupLeader, proposesSupervision }: EventData<'step.missed'>): Details {
  return {
    step: step.step,
    rung,
    groupLeader: Number(groupLeader),
    supervision: Number(proposesSupervision),
  }
}
