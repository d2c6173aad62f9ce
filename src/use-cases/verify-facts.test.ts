import { describe, expect, it } from 'vitest'
import { code, comparison, evidence, twoTracks, value } from '#testing/two-tracks.ts'
import { enterLedger } from './enter-ledger.ts'
import { readIncident } from './read-incident.ts'
import { type GivenFindings, verifyFacts } from './verify-facts.ts'

const { room, found, verify, untrue, tracks, incidentId, as } = twoTracks()

async function payment() {
  const { steps } = await room().onlyIncident()
  return steps.find(({ step }) => step === 'paid_or_planned')
}

describe('verification', () => {
  it.each<[string, Partial<GivenFindings>, string]>([
    ['nothing without evidence', { evidence: [] }, 'evidence_missing'],
    ['nothing without saying how', { course: ' ' }, 'course_missing'],
    ['true needs a headcount', { workers: null }, 'workers_missing'],
    ['true needs an amount', { owedYuan: null }, 'amount_missing'],
    ['true needs a cause', { causes: [] }, 'cause_missing'],
    ['true needs a next step', { nextStep: null }, 'next_step_missing'],
    ['partly needs the comparison', { outcome: 'partly' }, 'comparison_missing'],
    ['untrue needs the comparison', { outcome: 'untrue', owedYuan: null }, 'comparison_missing'],
    ['untrue leaves nothing unpaid', { outcome: 'untrue', comparisons: [comparison] }, 'untrue_owes_nothing'],
    ['no more is paid than owed', { paidYuan: 600_000 }, 'more_paid_than_owed'],
    ['cannot verify needs the next try', { outcome: 'unverifiable' }, 'next_try_missing'],
    [
      'what will be public names nobody',
      { course: '联系人：诸葛样本，19900000000' },
      'personal_data_in_text',
    ],
    ['and tells no poster apart', { nextStep: '约谈网民“讨薪哥甲”' }, 'personal_data_in_text'],
  ])('%s', async (_, more, refused) => {
    expect(code(await verify(found(more)))).toBe(refused)
    expect((await tracks()).verifications).toEqual([])
  })

  it('finishes its step, and evidence keeps no personal data', async () => {
    const statement = {
      ...evidence[0],
      kind: 'statement' as const,
      text: '工人代表诸葛样本，电话19900000000，称未领工资',
    }
    value(await verify(found({ evidence: [{ document: null, sha256: null, ...statement }] })))
    const step = (await room().onlyIncident()).steps.find((one) => one.step === 'facts_verified')
    expect(step?.doneAt).toBe(room().clock.now().toISOString())
    expect((await tracks()).verifications[0]?.evidence[0]?.text).not.toMatch(/样本|1990/)
  })

  it('that could not be made finishes nothing and says when it is tried again', async () => {
    const nextTryAt = '2026-11-24T01:00:00.000Z'
    value(await verify(found({ outcome: 'unverifiable', workers: null, nextTryAt })))
    const { verifications, standing } = await tracks()
    expect([verifications[0]?.nextTryAt, standing]).toEqual([nextTryAt, null])
    const step = (await room().onlyIncident()).steps.find((one) => one.step === 'facts_verified')
    expect(step?.doneAt).toBeNull()
  })

  it('stands beside the claim on every screen, and is not taken for it', async () => {
    value(await verify(found()))
    const incident = await room().onlyIncident()
    expect(incident.verified).toMatchObject({ outcome: 'true', workers: 31, owedYuan: 520_000 })
    expect(incident.workers?.min).toBe(38)
    await room().clock.forward('1h')
    const nextTryAt = new Date(room().clock.now().getTime() + 3_600_000).toISOString()
    value(await verify(found({ outcome: 'unverifiable', nextTryAt })))
    expect((await room().onlyIncident()).verified).toBeNull()
  })

  it('made anew keeps what was said before; the last word counts', async () => {
    value(await verify(found()))
    await room().clock.forward('1h')
    const second = value(await verify(found({ outcome: 'partly', comparisons: [comparison] }), 't330483'))
    const { verifications, standing } = await tracks()
    expect(verifications.map(({ round, outcome }) => `${round} ${outcome}`)).toEqual(['1 true', '2 partly'])
    expect(standing).toBe(second.id)
  })

  it('is for 人社局 and the territory', async () => {
    expect(code(await verify(found(), 'xcb'))).toBe('not_your_agency')
    expect(code(await verify(found(), 't330482'))).toBe('not_your_agency')
    expect(code(await verifyFacts(room().contextOf(), found()))).toBe('role_may_not')
  })
})

describe('a claim verified untrue', () => {
  it('owes no payment any more: its clock ends, and says why', async () => {
    value(await verify(untrue()))
    expect(await payment()).toMatchObject({
      doneAt: room().clock.now().toISOString(),
      waived: true,
      doneBy: { agency: 'rsj' },
    })
    const read = value(await readIncident(as('rsj'), { incidentId: incidentId() }))
    const told = read.timeline.filter(({ details }) => details.step === 'paid_or_planned')
    expect(told.map(({ name, details }) => [name, details.waived])).toEqual([['step.done', 1]])
  })

  it.each(['true', 'unverifiable'] as const)(
    'and then found %s owes it again from then on',
    async (outcome) => {
      value(await verify(untrue()))
      await room().clock.forward('1d')
      const nextTryAt = new Date(room().clock.now().getTime() + 3_600_000).toISOString()
      value(await verify(found({ outcome, ...(outcome === 'unverifiable' && { nextTryAt }) })))
      const week = new Date(room().clock.now().getTime() + 7 * 86_400_000).toISOString()
      // In the season everybody has a week.
      expect(await payment()).toMatchObject({ doneAt: null, waived: false, round: 2, dueAt: week })
      await room().clock.forward('7d')
      expect((await payment())?.rung).toBe(0)
    },
  )

  it('and then found true owes nothing that was paid meanwhile', async () => {
    value(await verify(untrue()))
    const line = { incidentId: incidentId(), workers: 31, source: 'employer' as const, on: '2026-11-23' }
    for (const kind of ['owed', 'paid'] as const) {
      value(await enterLedger(as('rsj'), { ...line, kind, yuan: 520_000, reference: '银行回单' }))
    }
    value(await verify(found()))
    expect(await payment()).toMatchObject({ waived: false, doneBy: { agency: 'rsj' } })
    expect((await payment())?.doneAt).not.toBeNull()
  })
})
