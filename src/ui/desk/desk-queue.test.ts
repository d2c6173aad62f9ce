import { describe, expect, it } from 'vitest'
import type { AlertView, IncidentView, StepName, StepView } from '#contracts/views.ts'
import { boardAt, boardFixture } from '#testing/board-fixture.ts'
import { type DeskQueue, deskQueue } from './desk-queue.ts'
import { countTab, filterQueue } from './filter-queue.ts'

const board = boardFixture()
const [template] = board.incidents as [IncidentView]
const at = (seconds: number) => new Date(boardAt + seconds * 1000).toISOString()

function step(name: StepName, due: number, done = false): StepView {
  return { step: name, dueAt: at(due), doneAt: done ? at(-1) : null, doneBy: null, note: null }
}

function alert(agency: string, due: number | 'accepted'): AlertView {
  const accepted = due === 'accepted'
  return {
    ...(template.alerts[0] as AlertView),
    id: agency,
    agency,
    state: accepted ? 'accepted' : 'unaccepted',
    dueAt: at(accepted ? 0 : due),
    acceptedAt: accepted ? at(-60) : null,
  }
}

function incident(id: string, parts: Partial<IncidentView>): IncidentView {
  const alerts = ['zfw', 'xcb', 'rsj'].map((agency) => alert(agency, 'accepted'))
  return { ...template, id, alerts, steps: [], ...parts }
}

function shown(queue: DeskQueue): Record<string, string[]> {
  const ids = (rows: DeskQueue['now']) => rows.map((row) => row.incident.id)
  return { now: ids(queue.now), hour: ids(queue.hour), later: ids(queue.later) }
}

const queueOf = (agency: string | null, ...incidents: IncidentView[]) =>
  deskQueue(incidents, { agency }, board.agencies, boardAt)

describe('the desk’s queue', () => {
  it.each<[string, Partial<IncidentView>, 'now' | 'hour' | 'later', object | null]>([
    [
      'my unaccepted alert comes before every step, and within the hour it is now',
      { alerts: [alert('rsj', 1800)], steps: [step('on_site', 60)] },
      'now',
      { act: 'accept', agency: 'rsj', dueAt: at(1800), mine: true },
    ],
    [
      'my acceptance that waits for the daily sheet is later',
      { alerts: [alert('rsj', 90_000)] },
      'later',
      { act: 'accept', agency: 'rsj', dueAt: at(90_000), mine: true },
    ],
    [
      'another of the three that has not accepted counts by its clock',
      { alerts: [alert('xcb', 192), alert('rsj', 'accepted')], steps: [step('on_site', 1392)] },
      'now',
      { act: 'accept', agency: 'xcb', dueAt: at(192), mine: false },
    ],
    [
      'a territory that has not accepted does not cover the next step',
      { alerts: [alert('rsj', 'accepted'), alert('t330483', -900)], steps: [step('on_site', 1392)] },
      'hour',
      { act: 'on_site', agency: 't330483', dueAt: at(1392), mine: false },
    ],
    [
      'going there is ours while the place is unknown',
      { steps: [step('on_site', 1392)] },
      'hour',
      { act: 'on_site', agency: 'rsj', dueAt: at(1392), mine: true },
    ],
    [
      'the public answer is 宣传部’s',
      { steps: [step('first_response', 3000)] },
      'hour',
      { act: 'first_response', agency: 'xcb', dueAt: at(3000), mine: false },
    ],
    [
      'what is done is owed no more',
      { steps: [step('on_site', 60, true), step('facts_verified', 7200)] },
      'later',
      { act: 'facts_verified', agency: 'rsj', dueAt: at(7200), mine: true },
    ],
    [
      'an overdue step is now',
      { steps: [step('on_site', -85)] },
      'now',
      { act: 'on_site', agency: 'rsj', dueAt: at(-85), mine: true },
    ],
    ['nothing owed is later', {}, 'later', null],
  ])('%s', (_, parts, group, next) => {
    const queue = queueOf('rsj', incident('one', parts))
    expect(shown(queue)).toEqual({ now: [], hour: [], later: [], [group]: ['one'] })
    expect(queue[group][0]?.next).toEqual(next && expect.objectContaining(next))
  })

  it('puts what my agency has not accepted first, then everything by its time, then the clockless', () => {
    const queue = queueOf(
      'xcb',
      incident('clockless', {}),
      incident('overdue', { steps: [step('on_site', -60)] }),
      incident('mine', { alerts: [alert('xcb', 500)] }),
      incident('mine, sooner', { alerts: [alert('xcb', 300)] }),
      incident('mine, tomorrow', { alerts: [alert('xcb', 80_000)] }),
      incident('tomorrow', { steps: [step('facts_verified', 90_000)] }),
      incident('soon', { steps: [step('on_site', 900)] }),
      incident('closed', { state: 'closed', steps: [step('on_site', 900)] }),
      incident('to be reported', {
        state: 'closed',
        steps: [step('follow_up', 10), step('final_report', 70_000)],
      }),
      incident('paused', { steps: [{ ...step('on_site', 30), pausedAt: at(-60) }] }),
    )
    expect(shown(queue)).toEqual({
      now: ['mine, sooner', 'mine', 'overdue'],
      hour: ['soon'],
      later: ['to be reported', 'mine, tomorrow', 'tomorrow', 'paused', 'clockless'],
    })
  })

  it('owes nothing as a desk without an agency', () => {
    const queue = queueOf(
      null,
      incident('one', { alerts: [alert('xcb', 300)], steps: [step('on_site', 60)] }),
    )
    expect(countTab(queue, 'mine')).toBe(0)
    expect(queue.now[0]?.next?.mine).toBe(false)
  })
})

describe('tabs and search', () => {
  const queue = queueOf(
    'rsj',
    incident('puyuan', { number: '1123-07', employer: '某毛衫厂', steps: [step('facts_verified', 60)] }),
    incident('nowhere', { place: null, headline: '售楼处数十人聚集', steps: [step('first_response', 60)] }),
  )

  it('counts every tab', () => {
    expect([countTab(queue, 'all'), countTab(queue, 'mine'), countTab(queue, 'unlocated')]).toEqual([2, 1, 1])
  })

  it.each([
    ['濮院', ['puyuan']],
    ['桐乡', ['puyuan']],
    ['毛衫 厂', ['puyuan']],
    ['１１２３', ['puyuan', 'nowhere']],
    ['-07', ['puyuan']],
    ['售楼', ['nowhere']],
    ['平湖', []],
    [' ', ['puyuan', 'nowhere']],
  ])('%j finds %j', (typed, ids) => {
    expect(shown(filterQueue(queue, 'all', typed)).now).toEqual(ids)
  })
})

describe('danger to life', () => {
  it('a life in danger stands first, until the scene is calm', () => {
    const urgent = incident('urgent', { alerts: [alert('rsj', 60)] })
    const danger = { danger: ['height'], steps: [step('on_site', 7_200)] }
    const queue = queueOf('rsj', urgent, incident('danger', danger))
    expect(shown(queue).now).toEqual(['danger', 'urgent'])
    const calm = queueOf('rsj', urgent, incident('danger', { ...danger, dangerOver: true }))
    expect(shown(calm)).toMatchObject({ now: ['urgent'], later: ['danger'] })
  })
})
