import type { EventData, EventName } from '#contracts/events.ts'
import type { TimelineEntry } from '#contracts/views.ts'

type Details = TimelineEntry['details']

/** Blanks of the timeline's sentences about verifying, replying and heavy words. */
export const trackDetails: { [N in EventName]?: (data: EventData<N>) => Details } = {
  'verification.recorded': ({ verification: { outcome, round, workers, owedYuan } }) => ({
    ...{ outcome, round },
    workers: workers ?? 0,
    yuan: owedYuan ?? 0,
  }),
  'reply.drafted': replied,
  'reply.signed': replied,
  'reply.published': replied,
  'reply.answered': replied,
  'reply.dropped': replied,
  'designation.proposed': designated,
  'designation.set': designated,
  'designation.withdrawn': designated,
}

function replied({ reply }: EventData<'reply.published'>): Details {
  return { reply: reply.kind, place: reply.place ?? '' }
}

function designated({ designation, reason }: EventData<'designation.set'>): Details {
  return { designation: designation.kind, note: reason ?? '' }
}
