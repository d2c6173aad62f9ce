import type { EventData, EventName, LoggedEvent } from '#contracts/events.ts'
import type { TimelineEntry } from '#contracts/views.ts'
import { alertDetails } from './alert-details.ts'
import { clockDetails } from './clock-details.ts'
import { handlingDetails } from './handling-details.ts'
import { trackDetails } from './track-details.ts'

type Details = TimelineEntry['details']

/** The blanks each event fills in its sentence on the timeline; an event without a line here is not told there. */
const details: { [N in EventName]?: (data: EventData<N>) => Details } = {
  'incident.opened': ({ incident }) => ({ source: incident.sources[0] ?? '', grade: incident.grade }),
  'incident.joined': ({ source, rule }) => ({ source, rule }),
  'incident.regraded': ({ from, to, edition }) => ({ from, to, edition: edition ?? 0 }),
  'incident.reproposed': ({ from, to, edition }) => ({ from, to, edition }),
  'incident.reopened': ({ source, rule, why }) => ({ source, rule, note: why ?? '' }),
  'incident.merged': regrouped,
  'incident.split': regrouped,
  'incident.restored': regrouped,
  'incident.spreading': ({ level, posts, hours, rule, views, reposts }) => ({
    ...{ level, posts, hours, rule },
    ...{ views: views ?? 0, reposts: reposts ?? 0 },
  }),
  'incident.grade_decided': ({ from, to, kind, reason }) => ({ from, to, kind, reason: reason ?? '' }),
  'incident.fact_stated': ({ fact, value }) => ({
    fact,
    value: typeof value === 'number' ? value : value === null ? 'withdrawn' : value ? 'yes' : 'no',
  }),
  'incident.routed_by_hand': ({ agency, reason }) => ({ agency, reason }),
  'incident.alarmed': () => ({}),
  'incident.calmed': ({ note }) => ({ note: note ?? '' }),
  'incident.closed': ({ rule, outcome, why }) => ({ rule, outcome: outcome ?? '', note: why ?? '' }),
  ...alertDetails,
  ...handlingDetails,
  ...clockDetails,
  'audit.overdue': ({ finding }) => ({ audit: finding.kind }),
  'audit.settled': ({ finding }) => ({ audit: finding.kind }),
  ...trackDetails,
  'release.asked': released,
  'release.approved': released,
  'release.declined': released,
  'release.expired': released,
  'release.glass_broken': released,
  'release.countersigned': released,
  'release.left_unsigned': released,
  'ledger.entered': ({ entry }) => ({ kind: entry.kind, yuan: entry.yuan }),
  'plan.signed': ({ plan }) => ({ count: plan.instalments.length }),
  'instalment.missed': ({ dueOn, missingYuan }) => ({ dueOn, yuan: missingYuan }),
  'proceeding.opened': ({ proceeding }) => ({ proceeding: proceeding.kind, body: proceeding.body }),
  'proceeding.dated': ({ proceeding, stage, on }) => ({ proceeding: proceeding.kind, stage, on }),
  'proceeding.overdue': ({ kind, stage, dueOn }) => ({ proceeding: kind, stage, dueOn }),
  'legal_aid.referred': ({ referral }) => ({ count: referral.people, centre: referral.centre }),
  'legal_aid.accepted': ({ referral }) => ({ count: referral.people, centre: referral.centre }),
  'transfer.moved': ({ move }) => ({ move }),
  'transfer.overdue': ({ what }) => ({ what }),
  'page.unreachable': ({ agency, post }) => ({ agency: agency ?? '', post: post ?? '' }),
}

/** What the timeline's sentence about this event needs; null when it is not told there. */
export function timelineDetails(event: LoggedEvent): Details | null {
  const fill = details[event.name] as ((data: LoggedEvent['data']) => Details) | undefined
  return fill ? fill(event.data) : null
}

function regrouped({ other, changeId }: EventData<'incident.merged'>): Details {
  return { number: other.number, change: changeId }
}

function released({ release }: EventData<'release.asked'>): Details {
  const { kind, state, decisionReason, reason } = release
  return { kind, state, note: decisionReason ?? reason ?? '' }
}
