import type { EventData, EventName } from '#contracts/events.ts'
import type { TimelineEntry } from '#contracts/views.ts'
import { burning } from '#domain/incident/four-nots.ts'

type Details = TimelineEntry['details']

/** The blanks of the timeline's sentences about tasks, supervision, leader, call-out and the four 不. */
export const handlingDetails: { [N in EventName]?: (data: EventData<N>) => Details } = {
  'task.assigned': tasked,
  'task.signed': tasked,
  'task.reported': (data) => ({ ...tasked(data), note: data.task.feedback ?? '' }),
  'task.returned': tasked,
  'task.accepted': tasked,
  'task.withdrawn': tasked,
  'task.overdue': ({ task, because, level }) => ({ ...tasked({ task }), because, rung: level }),
  'task.due_moved': ({ task, from, to }) => ({ ...tasked({ task }), fromAt: from, toAt: to }),
  'supervision.due_moved': ({ supervision, from, to }) => ({
    ...supervised({ supervision }),
    fromAt: from,
    toAt: to,
  }),
  'supervision.proposed': ({ supervision: { reasons } }) => ({
    reason: reasons[0] ?? '',
    count: reasons.length,
  }),
  'supervision.opened': supervised,
  'supervision.dismissed': supervised,
  'supervision.replied': (data) => ({ ...supervised(data), note: data.supervision.reply ?? '' }),
  'supervision.returned': supervised,
  'supervision.passed': supervised,
  'supervision.closed': supervised,
  'supervision.overdue': (data) => ({ ...supervised(data), rung: data.level }),
  'leader.named': ({ leader }) => ({ agency: leader.agency, post: leader.post }),
  'leader.noted': ({ leader, note }) => ({ post: leader.post, note }),
  'leader.checked': ({ leader }) => ({ post: leader.post, note: leader.checkNote ?? '' }),
  'leader.overdue': ({ leader, because, level }) => ({ post: leader.post, because, rung: level }),
  'callout.sent': ({ called }) => ({ count: called.length }),
  'callout.answered': ({ called: { agency, post, state, note } }) => ({
    agency,
    post,
    state,
    note: note ?? '',
  }),
  'four_nots.set': ({ nots }) => ({ count: burning(nots).length, nots: burning(nots).join(' ') }),
}

function tasked({ task }: Pick<EventData<'task.assigned'>, 'task'>): Details {
  return { agency: task.agency, task: task.kind, what: task.what, note: task.reviewNote ?? '' }
}

function supervised({ supervision }: Pick<EventData<'supervision.opened'>, 'supervision'>): Details {
  const { unit, year, count, reviewNote } = supervision
  return { agency: unit ?? '', year: year ?? 0, count: count ?? 0, note: reviewNote ?? '' }
}
