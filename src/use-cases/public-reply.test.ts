import { asc, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { event } from '#store/tables/event.ts'
import { code, twoTracks, value } from '#testing/two-tracks.ts'
import { approveRelease } from './approve-release.ts'
import { breakGlass } from './break-glass.ts'
import { dropReply } from './drop-reply.ts'
import { publishReply, recordAnswer } from './publish-reply.ts'
import { readIncident } from './read-incident.ts'
import { readReleases } from './read-releases.ts'

const { room, incidentId, as, found, ask, draft, untrue, verify, tracks, published, stepNow } = twoTracks()

describe('the online track', () => {
  it('gives no word about facts before a fact is verified', async () => {
    expect(code(await draft('facts'))).toBe('no_verified_fact')
    expect(code(await draft('final'))).toBe('no_verified_fact')
    expect(code(await draft('clarification'))).toBe('no_verified_fact')
    expect(code(await draft('holding'))).toBe('ok')
  })

  it('takes the holding line out only after two units have signed by name', async () => {
    const reply = value(await draft('holding'))
    const at = { place: '嘉兴发布', url: null, publishedAt: room().clock.now().toISOString() }
    expect(code(await publishReply(as('xcb'), { replyId: reply.id, version: 1, ...at }))).toBe(
      'not_signed_yet',
    )
    expect(code(await ask(reply.id, 'zfw', '示例丙'))).toBe('not_a_signing_unit')
    expect(code(await ask(reply.id, 'rsj', null))).toBe('name_missing')
    const { id: releaseId } = value(await ask(reply.id, 'rsj', '示例甲'))
    const sign = (agency: string, signedName: string | null, role: 'duty' | 'leader' | 'office' = 'duty') =>
      approveRelease(as(agency, role), { releaseId, version: 1, signedName })
    expect(code(await sign('rsj', '示例丁', 'office'))).toBe('same_unit')
    expect(code(await sign('zfw', '示例丙', 'leader'))).toBe('not_a_signing_unit')
    expect(code(await sign('xcb', null))).toBe('name_missing')
    const [waiting] = value(await readReleases(as('xcb')))
    expect(waiting?.foretold.find(({ what }) => what === 'reply_body')?.to).toContain('我们注意到')
    value(await sign('xcb', '示例乙'))
    const [shown] = (await tracks('xcb')).replies
    expect(shown).toMatchObject({ state: 'signed', signatures: [{ name: '示例甲' }, { name: '示例乙' }] })
    value(await publishReply(as('xcb'), { replyId: reply.id, version: 2, ...at }))
    const steps = (await room().onlyIncident()).steps
    expect(steps.find(({ step }) => step === 'first_response')?.doneAt).not.toBeNull()
    expect(steps.find(({ step }) => step === 'authoritative_word')?.doneAt).toBeNull()
  })

  it('says what was verified, in figures, and what workers can do', async () => {
    value(await verify(found({ paidYuan: 120_000 })))
    const { body, title } = value(await draft('facts'))
    expect(title).toContain('桐乡市濮院镇')
    expect(body).toContain('劳动者 31 名，拖欠工资 520,000 元，已支付 120,000 元，尚欠 400,000 元')
    expect(body).toContain('逃匿')
    expect(body).toContain('12348')
    expect(body).not.toMatch(/38|65\.4/)
  })

  it.each([
    '请网民“讨薪哥甲”停止传播',
    '详询19900000000',
    '@某某账号 所说不实',
    '工人代表诸葛样本已领到工资',
  ])('lets nothing out that points at somebody: %s', async (addition) => {
    value(await verify(found()))
    expect(code(await draft('facts', addition))).toBe('personal_data_in_text')
  })

  it('lets no text out on facts that were verified anew since', async () => {
    value(await verify(found()))
    const reply = value(await draft('facts'))
    await room().clock.forward('1h')
    value(await verify(found({ workers: 29 })))
    const asked = await ask(reply.id, 'rsj', '示例甲')
    expect(code(asked)).toBe('facts_changed_since')
    expect(code(await dropReply(as('xcb'), { replyId: reply.id, version: 1 }))).toBe('ok')
  })

  it('takes no word to a claimant for an answer to a public claim', async () => {
    value(await verify(found()))
    const reply = value(await draft('facts'))
    const at = {
      replyId: reply.id,
      version: 1,
      place: '微博评论区',
      publishedAt: room().clock.now().toISOString(),
    }
    expect(code(await recordAnswer(as('rsj'), at))).toBe('not_by_hotline')
    expect((await tracks()).replies[0]?.state).toBe('draft')
  })

  it('records an answer through 12345 without a second hand, yet with a fact; the public still waits', async () => {
    await room().db.execute(sql`update incident set official = true`)
    value(await verify(found()))
    const reply = value(await draft('facts'))
    const at = {
      replyId: reply.id,
      version: 1,
      place: '12345',
      publishedAt: room().clock.now().toISOString(),
    }
    expect(code(await recordAnswer(as('rsj'), { ...at, publishedAt: '2026-11-30T00:00:00.000Z' }))).toBe(
      'in_the_future',
    )
    expect(value(await recordAnswer(as('rsj'), at)).state).toBe('answered')
    expect(code(await recordAnswer(as('rsj'), at))).toBe('stale_version')
    expect(await stepNow('authoritative_word')).toBeNull()
  })

  it('breaks the glass for the golden hour, and the second unit signs afterwards', async () => {
    const reply = value(await draft('holding'))
    const asked = value(await ask(reply.id, 'xcb', '示例乙'))
    value(
      await breakGlass(as('xcb'), { releaseId: asked.id, version: 1, reason: '一小时将到，人社联系不上' }),
    )
    expect((await tracks()).replies[0]).toMatchObject({ state: 'signed', signatures: [{ name: '示例乙' }] })
    expect(value(await readReleases(as('rsj')))).toMatchObject([{ state: 'broken', barred: null }])
  })
})

describe('untrue', () => {
  it('is clarified by two signatures; the text shows claim beside fact and threatens nobody', async () => {
    value(await verify(untrue()))
    expect(code(await draft('facts'))).toBe('untrue_is_clarified')
    const reply = value(await published('clarification'))
    expect(reply.body).toContain('网传：38 人被欠 65.4 万元；事实：31 人，52 万元；依据：工资表。')
    expect(reply.body).not.toMatch(/依法追究|谣言|打击/)
    expect(reply.signatures.map(({ agency, name }) => `${agency} ${name}`)).toEqual([
      'rsj 示例甲',
      'xcb 示例乙',
    ])
    expect(reply).toMatchObject({ place: '嘉兴发布', url: 'https://example.org/1', state: 'published' })
  })

  it('leaves no typed name and no text in the log', async () => {
    value(await verify(untrue()))
    value(await published('clarification'))
    const rows = await room().db.select().from(event).orderBy(asc(event.id))
    expect(JSON.stringify(rows)).not.toMatch(/示例甲|示例乙|网传：/)
    const names = value(await readIncident(as('zfw'), { incidentId: incidentId() })).timeline.map(
      ({ name }) => name,
    )
    expect(names).toEqual(
      expect.arrayContaining(['verification.recorded', 'reply.drafted', 'reply.signed', 'reply.published']),
    )
  })
})
