import { describe, expect, it } from 'vitest'
import type { AlertView } from '#contracts/views.ts'
import { ok, refusal } from '#domain/result.ts'
import { boardAt, boardFixture } from '#testing/board-fixture.ts'
import { dropPress, keepPress, readOutbox } from './outbox.ts'
import { livePresses, type Press, pressOutcome, withPresses } from './press.ts'

const incidents = boardFixture().incidents.slice(0, 1)
const owed = incidents[0]?.alerts.find(({ state }) => state === 'unaccepted') as AlertView
const later = '2026-11-23T05:59:50.000Z'

describe('the answer to a press', () => {
  it.each<[string, Parameters<typeof pressOutcome>[0], Press, { resent: boolean }?]>([
    [
      'is taken as it is',
      ok({ ...owed, acceptedAt: later }),
      { state: 'accepted', at: Date.parse('2026-11-23T05:59:50Z') },
    ],
    [
      'names who was faster',
      refusal('already_accepted', { who: '宣传部带班领导', at: later }),
      { state: 'lost', who: '宣传部带班领导', at: Date.parse(later) },
    ],
    [
      'names a colleague of the same post who was faster',
      refusal('already_accepted', { who: '宣传部值班员', at: later }),
      { state: 'lost', who: '宣传部值班员', at: Date.parse(later) },
    ],
    [
      'counts as ours when an earlier sending had arrived without our hearing of it',
      refusal('already_accepted', { who: '宣传部值班员', at: later }),
      { state: 'accepted', at: Date.parse(later) },
      { resent: true },
    ],
    [
      'names who was faster than a sending that was kept',
      refusal('already_accepted', { who: '宣传部带班领导', at: later }),
      { state: 'lost', who: '宣传部带班领导', at: Date.parse(later) },
      { resent: true },
    ],
    [
      'says why not',
      refusal('not_your_agency'),
      { state: 'refused', refusal: { code: 'not_your_agency', details: {} } },
    ],
  ])('%s', (_, answer, press, { resent } = { resent: false }) => {
    expect(pressOutcome(answer, { post: '宣传部值班员', pressedAt: boardAt, resent })).toEqual(press)
  })
})

describe('the picture while a press is under way', () => {
  const shown = (press: Press) => {
    const [incident] = withPresses(incidents, { [owed.id]: press }, '宣传部值班员')
    return incident?.alerts.find(({ id }) => id === owed.id)
  }

  it('shows it accepted at once', () => {
    expect(shown({ state: 'busy', at: boardAt })).toMatchObject({
      state: 'accepted',
      acceptedAt: new Date(boardAt).toISOString(),
      acceptedBy: { post: '宣传部值班员', agency: 'xcb' },
    })
  })

  it('shows who was faster', () => {
    expect(shown({ state: 'lost', who: '宣传部带班领导', at: boardAt })?.acceptedBy?.post).toBe(
      '宣传部带班领导',
    )
  })

  it.each<Press>([
    { state: 'kept', at: boardAt },
    { state: 'refused', refusal: { code: 'unexpected', details: {} } },
  ])('still owes it when the press is $state', (press) => {
    expect(shown(press)).toEqual(owed)
  })

  it('leaves what others accepted as it is', () => {
    const busy: Press = { state: 'busy', at: boardAt }
    const [incident] = withPresses(incidents, { [`${incidents[0]?.id}-zfw`]: busy }, '政法委值班员')
    expect(incident).toBe(incidents[0])
  })
})

describe('a press of before the acceptance lapsed', () => {
  const lapsedAt = boardAt + 60_000
  const asked = incidents.map((incident) => ({
    ...incident,
    alerts: incident.alerts.map((alert) =>
      alert.id === owed.id
        ? {
            ...alert,
            lapse: { why: 'silence' as const, at: new Date(lapsedAt).toISOString(), holder: null },
          }
        : alert,
    ),
  }))

  it.each<[string, Press, boolean]>([
    ['is history', { state: 'accepted', at: boardAt }, false],
    ['is history when somebody else was faster', { state: 'lost', who: '另一人', at: boardAt }, false],
    ['counts when it came after', { state: 'busy', at: lapsedAt + 1 }, true],
    ['is told when it was refused', { state: 'refused', refusal: { code: 'unexpected', details: {} } }, true],
  ])('%s', (_, press, counts) => {
    expect(livePresses({ [owed.id]: press }, asked)).toEqual(counts ? { [owed.id]: press } : {})
  })
})

describe('presses kept on the device', () => {
  const press = { alertId: 'a', incidentId: 'i', pressedAt: boardAt }

  it('keeps a press once, survives a closed page, and lets it go', () => {
    const kept = keepPress(keepPress([], press), { ...press, pressedAt: boardAt + 1 })
    expect(readOutbox(JSON.stringify(kept))).toEqual([press])
    expect(dropPress(kept, 'a')).toEqual([])
  })

  it.each([null, '', '{', '{}', '[{"alertId":1}]'])('reads %j as nothing kept', (text) => {
    expect(readOutbox(text)).toEqual([])
  })
})
