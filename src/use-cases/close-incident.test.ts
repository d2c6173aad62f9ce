import { describe, expect, it } from 'vitest'
import { code, twoTracks, unmet, value } from '#testing/two-tracks.ts'
import { readIncident } from './read-incident.ts'
import { reopenIncident } from './reopen-incident.ts'

const {
  room,
  incidentId,
  as,
  found,
  untrue,
  verify,
  tracks,
  openNow,
  published,
  paidInFull,
  close,
  dutiesDone,
} = twoTracks()

describe('closing', () => {
  it('is refused with every unmet condition at once', async () => {
    const refused = unmet(await close())
    expect(refused).toEqual(
      expect.arrayContaining(['facts_verified', 'paid_or_planned', 'answered', 'on_site']),
    )
    expect(await openNow()).toBe(1)
  })

  it('is refused while either track is open, and allowed when both are closed', async () => {
    await dutiesDone()
    value(await verify(found()))
    await paidInFull()
    expect(unmet(await close())).toEqual(['answered'])
    value(await published('facts'))
    expect((await tracks()).closing).toMatchObject({ outcome: 'paid', mayClose: true })
    expect(code(await close('xcb'))).toBe('not_your_agency')
    expect(value(await close())).toMatchObject({ outcome: 'paid', by: { agency: 'rsj' } })
    expect(await openNow()).toBe(0)
    expect(code(await close())).toBe('not_open')
  })

  it('is not bought by a holding line, nor by an answer to facts that have changed', async () => {
    await dutiesDone()
    value(await verify(found()))
    await paidInFull()
    value(await published('holding'))
    expect(unmet(await close())).toEqual(['answered'])
    value(await published('facts'))
    await room().clock.forward('1h')
    value(await verify(found({ workers: 30 })))
    expect(unmet(await close())).toEqual(['answered'])
  })

  it('needs no payment where the claim was found untrue, but still the answer', async () => {
    await dutiesDone()
    value(await verify(untrue()))
    expect(unmet(await close())).toEqual(['answered'])
    value(await published('clarification'))
    expect(value(await close())).toMatchObject({ outcome: 'untrue' })
  })

  it('counts a ledger that knows of less than was verified as unpaid', async () => {
    await dutiesDone()
    value(await verify(found()))
    await paidInFull(100_000)
    expect(unmet(await close())).toEqual(['paid_or_planned', 'answered'])
  })

  it('ends alerts and clocks; opened again by hand everybody is alerted and the facts are owed anew', async () => {
    await dutiesDone()
    value(await verify(untrue()))
    value(await published('clarification'))
    value(await close())
    await room().clock.forward('2d')
    const reopen = (why: string) => reopenIncident(as('rsj'), { incidentId: incidentId(), why })
    expect(code(await reopen('嗯'))).toBe('reason_too_short')
    value(await reopen('当事工人补充了新的工资条'))
    expect((await tracks()).standing).toBeNull()
    expect(unmet(await close())).toEqual(expect.arrayContaining(['facts_verified', 'answered']))
    const names = value(await readIncident(as('zfw'), { incidentId: incidentId() })).timeline.map(
      ({ name }) => name,
    )
    expect(names).toEqual(expect.arrayContaining(['incident.closed', 'incident.reopened', 'alert.ended']))
  })

  it('is opened again once: whoever comes second is told who was first', async () => {
    await dutiesDone()
    value(await verify(untrue()))
    value(await published('clarification'))
    value(await close())
    const reopen = (agency: string, role: 'duty' | 'leader') =>
      reopenIncident(as(agency, role), { incidentId: incidentId(), why: '当事工人补充了新的工资条' })
    expect(code(await reopen('zfw', 'duty'))).toBe('not_your_agency')
    const both = await Promise.all([reopen('rsj', 'duty'), reopen('zfw', 'leader')])
    const lost = both.find((answer) => !answer.ok)
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
    expect(lost).toMatchObject({
      refusal: {
        code: 'already_reopened',
        details: { who: both[0]?.ok ? 'rsj duty' : 'zfw leader', at: room().clock.now().toISOString() },
      },
    })
    expect(await openNow()).toBe(1)
  })
})
