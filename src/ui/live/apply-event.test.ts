import { describe, expect, it } from 'vitest'
import type { LoggedEvent } from '#contracts/events.ts'
import type { AlertView, BoardView, IncidentView, StepView } from '#contracts/views.ts'
import { boardFixture } from '#testing/board-fixture.ts'
import { applyEvent } from './apply-event.ts'

const board = boardFixture()
const [first, second] = board.incidents as [IncidentView, IncidentView]
const owed = first.alerts.find(({ state }) => state === 'unaccepted') as AlertView
const at = '2026-11-23T06:05:33.000Z'
const by = { post: '宣传部值班员', agency: 'xcb' }
const source = { sourceId: 's1', name: '本地论坛' }

/** The event after the board's last one. */
const next = (event: { name: string; data: unknown }, id = board.lastEventId + 1) =>
  ({ id, at, ...event }) as LoggedEvent
const shown = (after: BoardView, id: string) => after.incidents.find((incident) => incident.id === id)

const accepted: AlertView = { ...owed, state: 'accepted', acceptedAt: at, acceptedBy: by, version: 2 }

describe('the board after an event', () => {
  it('gains an opened incident', () => {
    const opened = { ...first, id: 'new' }
    const after = applyEvent(board, next({ name: 'incident.opened', data: { incident: opened } }))
    expect(after.incidents).toHaveLength(board.incidents.length + 1)
    expect(shown(after, 'new')).toEqual(opened)
  })

  it.each([
    ['incident.joined', { source: '12345', rule: 'same_employer' }],
    ['incident.regraded', { from: 'II', to: 'I', rule: 'danger' }],
    ['incident.split', { other: { id: 'new', number: '1123-40' }, changeId: 'c', by }],
    ['incident.restored', { other: { id: 'new', number: '1123-40' }, changeId: 'c', by }],
    ['incident.spreading', { level: 1, rule: 'growth', posts: 9, hours: 2, expected: 0.5, platforms: 2 }],
  ])('shows the newer incident of %s in its old place', (name, rest) => {
    const newer = { ...first, grade: 'I' as const, postCount: 9, version: 2 }
    const after = applyEvent(board, next({ name, data: { incident: newer, ...rest } }))
    expect(after.incidents.map(({ id }) => id)).toEqual(board.incidents.map(({ id }) => id))
    expect(shown(after, first.id)).toMatchObject({ grade: 'I', postCount: 9 })
  })

  it('keeps of two merged incidents the one that holds the posts', () => {
    const into = { ...first, postCount: 9, version: 2 }
    const merged = { incident: into, other: { id: second.id, number: second.number }, changeId: 'c', by }
    const after = applyEvent(board, next({ name: 'incident.merged', data: merged }))
    expect(shown(after, first.id)?.postCount).toBe(9)
    expect(shown(after, second.id)).toBeUndefined()
  })

  it('gains an incident that was opened again or taken out of another', () => {
    const gone = { ...board, incidents: board.incidents.filter(({ id }) => id !== second.id) }
    for (const name of ['incident.reopened', 'incident.restored']) {
      const after = applyEvent(gone, next({ name, data: { incident: second } }))
      expect(shown(after, second.id)).toEqual(second)
    }
  })

  it('loses an incident that was closed', () => {
    const closed = { ...first, state: 'closed' as const, version: 2 }
    const after = applyEvent(board, next({ name: 'incident.regraded', data: { incident: closed } }))
    expect(shown(after, first.id)).toBeUndefined()
  })

  it('shows who accepted, and only there', () => {
    const after = applyEvent(board, next({ name: 'alert.accepted', data: { alert: accepted, by } }))
    expect(shown(after, first.id)?.alerts).toContainEqual(accepted)
    expect(shown(after, second.id)).toBe(second)
  })

  it('shows the rung an alert was escalated to', () => {
    const raised = { ...owed, rung: 2, version: 3 }
    const after = applyEvent(board, next({ name: 'alert.escalated', data: { alert: raised, rung: 2 } }))
    expect(shown(after, first.id)?.alerts.map(({ rung }) => rung)).toEqual([0, 2, 0])
  })

  it('adds raised alerts in the order of the agencies', () => {
    const bare = { ...board, incidents: [{ ...first, alerts: [] }] }
    const alerts = [...first.alerts].reverse()
    const after = applyEvent(bare, next({ name: 'alert.raised', data: { alerts } }))
    expect(shown(after, first.id)?.alerts.map(({ agency }) => agency)).toEqual(['zfw', 'xcb', 'rsj'])
  })

  it('marks a step as done', () => {
    const step = { ...first.steps[0], doneAt: at, doneBy: by, note: null }
    const after = applyEvent(board, next({ name: 'step.done', data: { incidentId: first.id, step, by } }))
    expect(shown(after, first.id)?.steps[0]?.doneAt).toBe(at)
    expect(shown(after, first.id)?.steps).toHaveLength(first.steps.length)
  })

  it('paints the follow-up that comes next, not the one that is done', () => {
    const done = {
      ...first.steps[0],
      step: 'follow_up' as const,
      round: 1,
      version: 2,
      doneAt: at,
      doneBy: by,
    }
    const coming = { ...done, round: 2, version: 3, doneAt: null, doneBy: null }
    const data = { incidentId: first.id, step: done, by, next: coming }
    const after = applyEvent(board, next({ name: 'step.done', data } as never))
    expect(shown(after, first.id)?.steps.at(-1)).toEqual(coming)
  })

  it('paints no step older than the one it shows', () => {
    const [known] = first.steps
    const newer = { ...(known as StepView), version: 5, pausedAt: at }
    const ours = { ...board, incidents: [{ ...first, steps: [newer] }] }
    const data = { incidentId: first.id, step: { ...known, version: 4 }, by, reason: '' }
    const after = applyEvent(ours, next({ name: 'step.paused', data } as never))
    expect(shown(after, first.id)?.steps).toEqual([newer])
  })

  it('keeps what is closed until its final report is written', () => {
    const closed = { ...first, state: 'closed' as const }
    const started = next({ name: 'step.started', data: { incident: closed, step: 'final_report' } })
    const after = applyEvent(board, started)
    expect(after.incidents.map(({ id }) => id)).not.toContain(first.id)
    expect(after.closing?.map(({ id }) => id)).toEqual([first.id])
    const step = { ...first.steps[0], step: 'final_report' as const, doneAt: at, doneBy: by }
    const done = {
      ...next({ name: 'step.done', data: { incidentId: first.id, step, by } } as never),
      id: 9_999,
    }
    expect(applyEvent(after, done).closing).toEqual([])
  })

  it.each([
    ['source.added', source],
    ['source.paused', { ...source, by: null }],
    ['source.resumed', { ...source, by: null }],
    ['source.removed', { ...source, by: null }],
    ['source.fell_silent', { ...source, since: at, expected: 15, probability: 0.004 }],
    ['source.spoke_again', { ...source, fellSilentAt: at }],
    ['import.finished', { name: '导出.csv', taken: 1, known: 0, refused: 0, by }],
    ['post.judged', { postId: 'p1', verdict: 'claim', by }],
    ['post.judgement_undone', { postId: 'p1', by }],
    ['posts.expired', { ofClosed: 2, unjudged: 1 }],
    ['reading.changed', { ruleSetVersion: 1, modelVersion: 0, by }],
    ['user.added', { userId: 'u1', role: 'duty', agency: 'xcb' }],
    ['user.changed', { userId: 'u1', disabled: false }],
  ])('only moves its cursor for %s', (name, data) => {
    const after = applyEvent(board, next({ name, data }))
    expect(after).toEqual({ ...board, lastEventId: board.lastEventId + 1 })
  })
})

describe('replays and echoes', () => {
  it('change nothing when the board already contains them', () => {
    const event = next({ name: 'alert.accepted', data: { alert: accepted, by } }, board.lastEventId)
    expect(applyEvent(board, event)).toBe(board)
  })

  it('end at the same board when an event comes twice', () => {
    const event = next({ name: 'alert.accepted', data: { alert: accepted, by } })
    const once = applyEvent(board, event)
    expect(applyEvent(once, event)).toBe(once)
  })

  it('never take back an acceptance by an older alert or an older incident', () => {
    const held = applyEvent(board, next({ name: 'alert.accepted', data: { alert: accepted, by } }))
    const late = next({ name: 'alert.escalated', data: { alert: owed, rung: 0 } }, held.lastEventId + 1)
    const joined = next(
      { name: 'incident.joined', data: { incident: { ...first, version: 2 }, source: '12345', rule: 'r' } },
      held.lastEventId + 2,
    )
    const after = [late, joined].reduce(applyEvent, held)
    expect(shown(after, first.id)?.alerts).toContainEqual(accepted)
  })
})
