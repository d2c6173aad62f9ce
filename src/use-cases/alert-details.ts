import type { EventData, EventName } from '#contracts/events.ts'
import type { TimelineEntry } from '#contracts/views.ts'

type Details = TimelineEntry['details']

/** What the timeline says of acceptances, ladders and leases. */
export const alertDetails: { [N in EventName]?: (data: EventData<N>) => Details } = {
  'alert.raised': ({ alerts }) => ({ count: alerts.length }),
  'alert.accepted': ({ alert }) => ({
    agency: alert.agency,
    promise: alert.lease?.step ?? 'none',
    until: alert.lease?.promisedAt ?? '',
  }),
  'alert.escalated': ({ alert, rung, by }) => ({ agency: alert.agency, rung, hand: by ? 'yes' : 'no' }),
  'alert.unreachable': ({ alert, rung }) => ({ agency: alert.agency, rung }),
  'alert.lapsed': ({ alert, why, rung }) => ({ agency: alert.agency, why, rung }),
  'alert.renewed': ({ alert }) => ({ agency: alert.agency, until: alert.lease?.endsAt ?? '' }),
  'alert.progressed': ({ note }) => ({ note }),
  'alert.returned': ({ alert, reason }) => ({ agency: alert.agency, reason }),
  'alert.snoozed': ({ until }) => ({ until }),
  'alert.called_again': ({ alert, rung }) => ({ agency: alert.agency, rung }),
  'alert.handover_offered': ({ to }) => ({ colleague: to.post }),
  'alert.handed_over': ({ alert }) => ({ colleague: alert.acceptedBy?.post ?? '' }),
  'alert.handover_declined': () => ({}),
  'alert.ended': ({ alerts }) => ({ count: alerts.length }),
}
