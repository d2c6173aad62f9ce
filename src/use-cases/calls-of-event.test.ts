import { expect, it } from 'vitest'
import type { AuditKind } from '#contracts/audit.ts'
import type { LoggedEvent } from '#contracts/events.ts'
import { consequenceOf } from './calls-of-event.ts'

const found = (kind: AuditKind, foundAt: string): LoggedEvent => ({
  id: 1,
  name: 'audit.overdue',
  at: foundAt,
  data: {
    finding: { key: `${kind}:${foundAt}`, kind, subject: '', dueAt: foundAt, foundAt, incidentId: null },
  },
})
const subjects = (event: LoggedEvent) => consequenceOf(event, null).calls?.map(({ subject }) => subject)

it('what the auditor finds calls the office, once an hour for what is broken in one way', () => {
  const [first] = consequenceOf(found('post_waits', '2026-11-23T06:01:00.000Z'), null).calls ?? []
  expect(first).toMatchObject({ occasion: 'audit', agency: 'rsj', rungs: ['office'] })
  expect(subjects(found('post_waits', '2026-11-23T06:59:00.000Z'))).toEqual([first?.subject])
  expect(subjects(found('post_waits', '2026-11-23T07:00:00.000Z'))).not.toEqual([first?.subject])
  expect(subjects(found('source_not_polled', '2026-11-23T06:01:00.000Z'))).not.toEqual([first?.subject])
})
