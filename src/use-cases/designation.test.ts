import { describe, expect, it } from 'vitest'
import { code, comparison, twoTracks, value } from '#testing/two-tracks.ts'
import { confirmDesignation } from './confirm-designation.ts'
import { proposeDesignation } from './propose-designation.ts'
import { withdrawDesignation } from './withdraw-designation.ts'

const { room, incidentId, as, found, untrue, verify, tracks, openNow, paidInFull } = twoTracks()

describe('heavy words', () => {
  const propose = (agency: string, kind: 'malicious_rumour' | 'malicious_claim' = 'malicious_rumour') =>
    proposeDesignation(as(agency), {
      incidentId: incidentId(),
      kind,
      signedName: '示例戊',
      evidence: '核查报告与原帖比对',
    })
  const confirm = (agency: string, designationId: string) =>
    confirmDesignation(as(agency), {
      designationId,
      version: 1,
      signedName: '示例己',
      evidence: '公安机关的核查材料',
    })

  it('are said of a rumour only after it was verified as untrue, by two officials of two units', async () => {
    expect(code(await propose('xcb'))).toBe('not_verified_untrue')
    value(await verify(untrue()))
    const { id } = value(await propose('xcb'))
    expect((await tracks()).designations).toMatchObject([{ state: 'proposed', second: null }])
    expect(code(await confirm('xcb', id))).toBe('own_request')
    const colleague = await confirmDesignation(as('xcb', 'leader'), {
      ...{ designationId: id, version: 1, signedName: '示例庚', evidence: '同单位的材料' },
    })
    expect(code(colleague)).toBe('other_unit_needed')
    expect(value(await confirm('zfw', id)).state).toBe('set')
    expect(await openNow()).toBe(1)
  })

  it('are said of a wage claim only after two units verified, and after real arrears', async () => {
    value(await verify(found()))
    expect(code(await propose('rsj', 'malicious_claim'))).toBe('needs_two_units_verified')
    await room().clock.forward('1h')
    value(await verify(found({ outcome: 'partly', comparisons: [comparison] }), 't330483'))
    expect(code(await propose('rsj', 'malicious_claim'))).toBe('arrears_first')
    await paidInFull()
    expect(code(await propose('rsj', 'malicious_claim'))).toBe('ok')
    expect(code(await propose('zfw', 'malicious_claim'))).toBe('already_proposed')
  })

  it('are taken back by one hand, with a reason, and stay in the record', async () => {
    value(await verify(untrue()))
    const { id } = value(await propose('xcb'))
    value(await confirm('zfw', id))
    const withdraw = (reason: string) =>
      withdrawDesignation(as('rsj'), { designationId: id, version: 2, reason })
    expect(code(await withdraw('错'))).toBe('reason_too_short')
    expect(value(await withdraw('新证据表明确有拖欠')).state).toBe('withdrawn')
    expect((await tracks()).designations).toMatchObject([{ state: 'withdrawn', second: { name: '示例己' } }])
    expect(code(await propose('xcb'))).toBe('ok')
  })
})
