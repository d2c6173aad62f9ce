import type { PersonView } from '#contracts/views.ts'
import { rungsCalled } from '#domain/contact/contact-rung.ts'
import type { Climb } from '#domain/escalation/next-step.ts'
import type { RoutedAlert } from '#store/alerts.ts'
import { alertViewOf } from '#store/incident-view.ts'
import type { Happened } from './happened.ts'

/** What a climb says in the log: every rung it called in order, and each of them that had nobody. */
export function climbEvents(
  { alert: before, route, grade, posts }: RoutedAlert,
  { alert: after, called, empty }: Climb,
  by: PersonView | null,
): Happened {
  const alert = alertViewOf(after)
  const about = { incidentId: alert.incidentId, route }
  const again = Math.max(0, posts - before.heardPosts)
  const unreachable = (rung: number): Happened =>
    empty.includes(rung) ? [{ ...about, name: 'alert.unreachable', data: { alert, rung } }] : []
  const leftBehind = empty.filter((rung) => !called.includes(rung)).flatMap(unreachable)
  return [
    ...leftBehind,
    ...called.flatMap((rung): Happened => {
      const data = { alert, rung, called: [...rungsCalled(rung, grade)], again, by }
      return [{ ...about, name: 'alert.escalated', data }, ...unreachable(rung)]
    }),
  ]
}
