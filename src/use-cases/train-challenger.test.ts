import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isHeldBack, labelKeptMs, whatFollows } from '#domain/review/verdict.ts'
import { readingVersions, refreshReadingTables } from '#store/reading-tables.ts'
import { label } from '#store/tables/review.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { activateModel } from './activate-model.ts'
import { labelFeaturesOf } from './label-features.ts'
import { readModels } from './read-models.ts'
import { trainChallenger } from './train-challenger.ts'

let room: Scenario
beforeEach(async () => {
  room = await openScenario()
})
afterEach(async () => {
  await activateModel(office(), { version: 0 })
  await refreshReadingTables(room.db)
  await room.drop()
})
const office = () => room.contextOf(room.officer('rsj', 'office'))

/** Judged long enough ago to teach. */
async function labels(count: number, verdict: 'claim' | 'not_ours' | 'settled', say: (at: number) => string) {
  const rows = Array.from({ length: count }, (_, at) => {
    const body = say(at)
    const { taught, aboutWages } = whatFollows(verdict)
    const judgedAt = new Date(room.clock.now().getTime() - 60_000)
    return {
      postId: randomUUID(),
      sourceId: randomUUID(),
      verdict,
      taught,
      heldBack: isHeldBack(body),
      body: aboutWages ? body : null,
      score: 4,
      ...labelFeaturesOf(body),
      judgedAt,
      judgedBy: { post: '人社局值班员', agency: 'rsj' },
      settlesAt: judgedAt,
      stoodIn: 'review' as const,
      expiresAt: new Date(judgedAt.getTime() + labelKeptMs),
    }
  })
  await room.db.insert(label).values(rows)
}
const doubted = (at: number) => `第${at}车间的钱还压着，说是货款没回来先欠着工资，${at}号车间等着`
const asked = (at: number) => `问一下第${at}家公司压一个月工资正常吗，入职第${at}天`
async function models(context = office()) {
  const read = await readModels(context)
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}

describe('a challenger', () => {
  it('is not trained on too few labels, and says how many are missing', async () => {
    await labels(12, 'claim', doubted)
    expect(await trainChallenger(office())).toMatchObject({
      refusal: { code: 'labels_too_few', details: { count: 0, needed: 20 } },
    })
  })

  it('is not trained on answers of one kind', async () => {
    await labels(120, 'claim', doubted)
    expect(await trainChallenger(office())).toMatchObject({ refusal: { code: 'labels_too_few' } })
  })

  it('stands beside the champion on labels neither was taught by', async () => {
    await labels(80, 'claim', doubted)
    await labels(80, 'not_ours', asked)
    const { labels: known } = await models()
    expect(known.toTrain + known.heldBack).toBe(160)
    expect(await trainChallenger(office())).toMatchObject({ ok: true, value: { version: 1 } })
    const [challenger] = (await models()).models
    expect(challenger).toMatchObject({
      version: 1,
      active: false,
      trainedOn: known.toTrain,
      heldBack: known.heldBack,
    })
    expect(challenger?.challenger.f1).toBeGreaterThanOrEqual(challenger?.champion.f1 ?? 1)
    expect(challenger?.champion.of).toBe(known.heldBack)
  })

  it('reads no post until it is activated; then every process reads with it, and goes back as easily', async () => {
    await labels(80, 'claim', doubted)
    await labels(80, 'not_ours', asked)
    await trainChallenger(office())
    await refreshReadingTables(room.db)
    expect(readingVersions().modelVersion).toBe(0)
    expect(await activateModel(office(), { version: 1 })).toMatchObject({ ok: true })
    await refreshReadingTables(room.db)
    expect(readingVersions().modelVersion).toBe(1)
    expect(await activateModel(office(), { version: 0 })).toMatchObject({ ok: true })
    await refreshReadingTables(room.db)
    expect(readingVersions().modelVersion).toBe(0)
    expect((await models()).history.map(({ modelVersion }) => modelVersion)).toEqual([0, 1])
  })

  it('shows no text that is not kept, and none to who may not read it', async () => {
    await labels(80, 'claim', asked)
    await labels(80, 'not_ours', (at) => `${asked(at)}，另问`)
    await trainChallenger(office())
    const told = (await models()).models[0]?.disagreements ?? []
    for (const one of told) expect(one.body === null).toBe(one.verdict === 'not_ours')
    const hidden = (await models(room.contextOf(room.officer(null, 'admin')))).models[0]?.disagreements ?? []
    expect(hidden.every(({ body }) => body === null)).toBe(true)
  })

  it.each([
    [7, 'no_such_version'],
    [0, 'already_active'],
  ])('version %s cannot be activated: %s', async (version, code) => {
    expect(await activateModel(office(), { version })).toMatchObject({ refusal: { code } })
  })

  it('is no duty officer’s to train or activate', async () => {
    const duty = room.contextOf(room.officer('rsj'))
    expect(await trainChallenger(duty)).toMatchObject({ refusal: { code: 'role_may_not' } })
    expect(await activateModel(duty, { version: 0 })).toMatchObject({ refusal: { code: 'role_may_not' } })
  })
})
