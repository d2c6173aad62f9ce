import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noEdition, type RuleEdition } from '#domain/review/rule-edition.ts'
import { readingTables, readingVersions, refreshReadingTables } from '#store/reading-tables.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { dryRunRules } from './dry-run-rules.ts'
import { readRules } from './read-rules.ts'
import { rollBackRules } from './roll-back-rules.ts'
import { saveRules } from './save-rules.ts'
import { tryRules } from './try-rules.ts'

const today = '2026-11-23'
const ownWord: RuleEdition = {
  ...noEdition,
  words: [{ term: '打白工', rule: 'arrears', weight: 5, addedOn: today }],
}
const ownPattern: RuleEdition = {
  ...noEdition,
  patterns: [{ pattern: '白干.{0,4}个月', rule: 'arrears', weight: 5, addedOn: today }],
}
const newWords = '师傅们在濮院工地打白工，包工头不认账'

let room: Scenario
beforeEach(async () => {
  room = await openScenario()
})
afterEach(async () => {
  await rollBackToSeed()
  await room.drop()
})

const office = (agency: string | null = 'rsj') => room.contextOf(room.officer(agency, 'office'))
const save = (edition: RuleEdition, basedOn = 0, why = '新说法') =>
  saveRules(office(), { edition, why, basedOn })
const trial = async (edition: RuleEdition, text: string) => {
  const tried = await tryRules(office(), { edition, text })
  if (!tried.ok) throw new Error(tried.refusal.code)
  return tried.value
}
const dryRun = async (edition: RuleEdition, context = office()) => {
  const run = await dryRunRules(context, { edition })
  if (!run.ok) throw new Error(run.refusal.code)
  return run.value
}
async function rollBackToSeed() {
  await rollBackRules(office(), { version: 0, why: '复原' })
  await refreshReadingTables(room.db)
}

describe('trying', () => {
  it('shows a text before and after, and changes nothing', async () => {
    const { before, after, body } = await trial(ownWord, newWords)
    expect(after.score).toBeGreaterThan(before.score)
    expect(after.reasons.map(({ words }) => words)).toContain('打白工')
    expect(body).toBe(newWords)
    expect(readingVersions().ruleSetVersion).toBe(0)
  })

  it('reads words by a pattern of the office', async () => {
    const { before, after } = await trial(ownPattern, '工友们白干了三个月，找谁要钱')
    expect(after.reasons.map(({ words }) => words)).toContain('白干了三个月')
    expect(before.reasons.map(({ words }) => words)).not.toContain('白干了三个月')
  })

  it('masks what is typed into the box', async () => {
    expect((await trial(noEdition, '老板欠薪，我电话19900000000')).body).not.toContain('19900000000')
  })

  it('a pattern that would backtrack for years holds nobody up', async () => {
    const bomb = {
      ...ownPattern,
      patterns: [{ ...ownPattern.patterns[0], pattern: '(.*.*)*薪$' }],
    } as RuleEdition
    const began = performance.now()
    await trial(bomb, '啊'.repeat(20_000))
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it.each<[string, RuleEdition, object]>([
    [
      'a pattern that cannot be read',
      { ...noEdition, patterns: [{ pattern: '(欠薪', rule: 'arrears', weight: 5, addedOn: today }] },
      { code: 'pattern_invalid', details: { pattern: '(欠薪', position: 3 } },
    ],
    [
      'a pattern of more than 200 letters',
      { ...noEdition, patterns: [{ pattern: '欠'.repeat(201), rule: 'arrears', weight: 5, addedOn: today }] },
      { code: 'pattern_too_long' },
    ],
    [
      'a word of one letter',
      { ...noEdition, words: [{ term: '欠', rule: 'arrears', weight: 5, addedOn: today }] },
      { code: 'word_too_short' },
    ],
    [
      'thresholds that cross',
      {
        ...noEdition,
        thresholds: {
          probability: { flagged: 0.2, doubtful: 0.3, vetoed: 0.1 },
          score: { flagged: 6, doubtful: 3 },
        },
      },
      { code: 'thresholds_crossed' },
    ],
  ])('%s is refused, on trial and on saving', async (_, edition, refused) => {
    expect(await tryRules(office(), { edition, text: '欠薪' })).toMatchObject({ ok: false, refusal: refused })
    expect(await save(edition)).toMatchObject({ ok: false, refusal: refused })
  })
})

describe('a dry run over the kept posts', () => {
  beforeEach(async () => {
    const feed = await room.feed('论坛')
    await feed.publishes('求助，桐乡濮院示例恒安毛衫厂拖欠我们38个工友两个月工资')
    await feed.publishes('厂里停电停水三天了，老板说下周发钱')
    await feed.publishes('听说海盐有个工地欠了上百人几百万工资')
  })

  it('without a change finds none', async () => {
    expect(await dryRun(noEdition)).toMatchObject({ posts: 3, newHits: 0, lostHits: 0, otherChanges: 0 })
  })

  it('tells new hits and lost hits with examples, and what reading costs', async () => {
    const gained = await dryRun({
      ...noEdition,
      words: [{ term: '下周发钱', rule: 'arrears', weight: 6, addedOn: today }],
      thresholds: {
        probability: { flagged: 0.01, doubtful: 0.01, vetoed: 0 },
        score: { flagged: 6, doubtful: 3 },
      },
    })
    expect(gained).toMatchObject({ newHits: 1, lostHits: 0 })
    expect(gained.examples[0]?.body).toContain('下周发钱')
    expect(gained.microsecondsAfter).toBeGreaterThan(0)
    const strict = {
      probability: { flagged: 0.99, doubtful: 0.9, vetoed: 0.99 },
      score: { flagged: 20, doubtful: 19 },
    }
    expect(await dryRun({ ...noEdition, thresholds: strict })).toMatchObject({ lostHits: 1 })
  })

  it('shows the text of posts only to who may read it', async () => {
    const strict = {
      probability: { flagged: 0.99, doubtful: 0.9, vetoed: 0.99 },
      score: { flagged: 20, doubtful: 19 },
    }
    const run = await dryRun(
      { ...noEdition, thresholds: strict },
      room.contextOf(room.officer(null, 'admin')),
    )
    expect(run.examples[0]).toMatchObject({ body: null, headline: expect.any(String) })
  })
})

describe('saved rules', () => {
  it('read the next post in every process that looks', async () => {
    expect(await save(ownWord)).toMatchObject({ ok: true })
    expect(readingVersions().ruleSetVersion).toBe(0)
    await refreshReadingTables(room.db)
    expect(readingVersions().ruleSetVersion).toBe(1)
    const feed = await room.feed('论坛')
    expect(await feed.publishes(newWords)).toMatchObject({ kept: 1 })
  })

  it('are kept with who, when and why, and any version can be gone back to', async () => {
    await save(ownWord, 0, '外地说法')
    await save({ ...ownWord, ...ownPattern, words: ownWord.words }, 1, '加一条')
    await rollBackRules(office(), { version: 1, why: '误报多' })
    await refreshReadingTables(room.db)
    const rules = await readRules(office())
    expect(rules).toMatchObject({
      ok: true,
      value: {
        activeVersion: 1,
        edition: ownWord,
        versions: [
          { version: 2, why: '加一条', active: false },
          { version: 1, why: '外地说法', active: true, madeBy: { post: 'rsj office' } },
        ],
        history: [{ ruleSetVersion: 1, why: '误报多' }, { ruleSetVersion: 2 }, { ruleSetVersion: 1 }],
      },
    })
    expect(readingTables().lexicon.patterns).toEqual([])
  })

  it('of two who started from the same version the second is not saved over the first', async () => {
    const answers = await Promise.all([save(ownWord), save(ownPattern)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'rules_changed_since', details: { version: 1 } },
    })
  })

  it('may be a withdrawn word of the product', async () => {
    const without = {
      ...noEdition,
      withdrawn: [{ term: '欠薪', rule: 'arrears' as const, withdrawnOn: today }],
    }
    const { before, after } = await trial(without, '老板欠薪')
    expect(before.reasons.some(({ words }) => words === '欠薪')).toBe(true)
    expect(after.score).toBeLessThan(before.score)
  })

  it.each(['duty', 'leader', 'wall'] as const)('are not a %s’s to change', async (role) => {
    const context = room.contextOf(room.officer('rsj', role))
    expect(await saveRules(context, { edition: ownWord, why: '试试', basedOn: 0 })).toMatchObject({
      refusal: { code: 'role_may_not' },
    })
    expect(await rollBackRules(context, { version: 0, why: '试试' })).toMatchObject({ ok: false })
    expect(await readRules(context)).toMatchObject({ ok: false })
  })
})
