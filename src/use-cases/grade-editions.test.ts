import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultRules } from '#domain/grading/default-rules.ts'
import { type GradeRules, isCount } from '#domain/grading/rules.ts'
import { refreshIncidentRules } from '#store/incident-rules.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { dryRunGrades } from './dry-run-grades.ts'
import { readGrades } from './read-grades.ts'
import { rollBackEdition } from './roll-back-edition.ts'
import { saveEdition } from './save-edition.ts'

let room: Scenario
beforeEach(async () => {
  room = await openScenario('2026-07-01T02:00:00Z')
  await refreshIncidentRules(room.db)
})
afterEach(() => room.drop())

const office = () => room.contextOf(room.officer('rsj', 'office'))
const claim = '桐乡濮院镇某某毛衫厂欠我们三十五个人三个月工资，没人管'
const withLimit = (id: string, atLeast: number): GradeRules => ({
  ...defaultRules,
  lines: defaultRules.lines.map((line) =>
    line.id === id && isCount(line.when) ? { ...line, when: { ...line.when, atLeast } } : line,
  ),
})

describe('grade rules, edited', () => {
  it('a dry run tells which grades would change, and changes none', async () => {
    await (await room.feed('12345', '12345')).publishes(claim)
    const run = await dryRunGrades(office(), { rules: withLimit('II_unpaid', 35) })
    expect(run.ok && run.value).toMatchObject({
      incidents: 1,
      open: 1,
      raised: 1,
      lowered: 0,
      changes: [
        { before: 'III', after: 'II', reason: { rule: 'II_unpaid', facts: { unpaid: 35, atLeast: 35 } } },
      ],
    })
    expect((await room.onlyIncident()).grade).toBe('III')
  })

  it('saved, they grade what comes next; gone back from, the product’s own do', async () => {
    const line = await room.feed('12345', '12345')
    const rules = withLimit('II_unpaid', 35)
    expect(await saveEdition(office(), 'grades', { rules, why: '从严', basedOn: 0 })).toMatchObject({
      ok: true,
    })
    await line.publishes(claim)
    expect((await room.onlyIncident()).grade).toBe('II')
    const view = await readGrades(office())
    expect(view.ok && view.value.versions.map(({ why, active }) => [why, active])).toEqual([
      ['从严', true],
      ['', false],
    ])
    expect(await rollBackEdition(office(), 'grades', { version: 0, why: '恢复' })).toMatchObject({ ok: true })
    await line.publishes('平湖新仓镇某某箱包厂拖欠三十六名工人工资')
    const later = (await room.board()).incidents.find(({ place }) => place?.name === '新仓镇')
    expect(later?.grade).toBe('III')
  })

  it('what would break the promise is refused', async () => {
    const rules = withLimit('II_unpaid', 300)
    expect(await saveEdition(office(), 'grades', { rules, why: '试试', basedOn: 0 })).toMatchObject({
      refusal: { code: 'limit_crossed', details: { line: 'II_unpaid' } },
    })
    expect(await dryRunGrades(room.contextOf(room.officer('rsj')), { rules })).toMatchObject({
      refusal: { code: 'role_may_not' },
    })
  })

  it('five kilometres around an event of state, a grade is one higher', async () => {
    const event = { name: '重要会议', from: '2026-06-28', to: '2026-07-03', placeCode: '330483' }
    const rules = { ...defaultRules, protectedKm: 50, protectedEvents: [event] }
    await saveEdition(office(), 'grades', { rules, why: '会议期间', basedOn: 0 })
    await (await room.feed('12345', '12345')).publishes(claim)
    const { grade, gradeReason } = await room.onlyIncident()
    expect([grade, gradeReason.modifiers.map(({ rule }) => rule)]).toEqual(['II', ['protected_event']])
  })
})
