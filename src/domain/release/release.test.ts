import { describe, expect, it } from 'vitest'
import {
  breakOpen,
  countersign,
  decide,
  expiresAfterMs,
  mayBeFirst,
  mayBeSecond,
  mayBreakGlass,
  mayStandFor,
  type Release,
  type ReleaseKind,
  releaseKinds,
  type Signature,
  stillWaits,
} from './release.ts'

const now = new Date('2026-11-23T06:00:00Z')
const hand = (userId: string, agency: string): Signature => ({
  ...{ userId, agency, post: `${agency}值班员`, name: null, reason: null },
  at: now.toISOString(),
})
const officer = (id: string, agency: string, role = 'duty') => ({ id, agency, role })
const asked = (kind: ReleaseKind): Release => ({
  ...{ id: 'r', kind, incidentId: 'i', payload: {}, state: 'waiting', asked: hand('a', 'rsj') },
  expiresAt: new Date(now.getTime() + expiresAfterMs),
  ...{ decided: null, signBy: null, countersigned: null, countersignAgrees: null },
  ...{ unsignedToldAt: null, version: 1 },
})
const code = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok'

describe('the second of two persons', () => {
  it.each(releaseKinds)('is never the one who asked: %s', (kind) => {
    for (const role of ['duty', 'leader', 'office']) {
      expect(code(mayBeSecond(asked(kind), officer('a', 'rsj', role)))).toBe('own_request')
    }
  })

  it.each<[ReleaseKind, string, string, string]>([
    ['merge', 'rsj', 'duty', 'ok'],
    ['grade_one', 'zfw', 'duty', 'ok'],
    ['mass_call_out', 't330483', 'duty', 'ok'],
    ['public_reply', 'xcb', 'duty', 'ok'],
    ['public_reply', 'rsj', 'leader', 'same_unit'],
    ['public_reply', 'zfw', 'leader', 'not_a_signing_unit'],
    ['supervision_closed', 'zfw', 'duty', 'office_or_leader_only'],
    ['supervision_closed', 'zfw', 'leader', 'ok'],
    ['supervision_closed', 'rsj', 'office', 'ok'],
  ])('of a %s from %s as %s: %s', (kind, agency, role, answer) => {
    expect(code(mayBeSecond(asked(kind), officer('b', agency, role)))).toBe(answer)
  })
})

describe('a public reply', () => {
  it('is signed by name, first by 人社 or 宣传部', () => {
    expect(code(mayBeFirst('public_reply', officer('a', 'zfw')))).toBe('not_a_signing_unit')
    expect(code(mayBeFirst('public_reply', officer('a', 'xcb')))).toBe('ok')
    expect(code(mayStandFor('public_reply', null))).toBe('name_missing')
    expect(code(mayStandFor('merge', null))).toBe('ok')
  })
})

describe('a request', () => {
  it('waits half an hour and no longer', () => {
    const request = asked('merge')
    expect(code(stillWaits(request, 1, new Date(request.expiresAt.getTime() - 1)))).toBe('ok')
    expect(code(stillWaits(request, 1, request.expiresAt))).toBe('release_expired')
  })

  it('is decided once; the loser is told who, what and when', () => {
    const approved = decide(asked('merge'), 'approved', hand('b', 'zfw'))
    expect(stillWaits(approved, 1, now)).toMatchObject({
      refusal: { code: 'already_decided', details: { who: 'zfw值班员', state: 'approved' } },
    })
    expect(code(stillWaits({ ...asked('merge'), version: 2 }, 1, now))).toBe('stale_version')
  })
})

describe('a broken glass', () => {
  it('is broken by the asker only, with a reason', () => {
    expect(code(mayBreakGlass(asked('merge'), officer('b', 'zfw'), '现场等不及审批'))).toBe(
      'not_your_request',
    )
    expect(code(mayBreakGlass(asked('merge'), officer('a', 'rsj'), '急'))).toBe('reason_too_short')
    expect(code(mayBreakGlass(asked('merge'), officer('a', 'rsj'), '现场等不及审批'))).toBe('ok')
  })

  it('is signed for once, by the next day', () => {
    const broken = breakOpen(asked('merge'), hand('a', 'rsj'), now)
    expect(broken.signBy?.toISOString()).toBe('2026-11-24T06:00:00.000Z')
    const signed = countersign(broken, hand('b', 'zfw'), true)
    if (!signed.ok) throw new Error(signed.refusal.code)
    expect(signed.value.countersignAgrees).toBe(true)
    expect(code(countersign(signed.value, hand('c', 'xcb'), false))).toBe('already_decided')
    expect(code(countersign(asked('merge'), hand('b', 'zfw'), true))).toBe('not_broken')
  })
})
