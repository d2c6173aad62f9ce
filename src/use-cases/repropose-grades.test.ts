import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventData } from '#contracts/events.ts'
import { defaultRules } from '#domain/grading/default-rules.ts'
import { type GradeRules, isCount } from '#domain/grading/rules.ts'
import { refreshIncidentRules } from '#store/incident-rules.ts'
import { event } from '#store/tables/event.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { dryRunGrades } from './dry-run-grades.ts'
import { readGrades } from './read-grades.ts'
import { readIncident } from './read-incident.ts'
import { regradeIncident } from './regrade-incident.ts'
import { reproposeGrades } from './repropose-grades.ts'
import { saveEdition } from './save-edition.ts'

let room: Scenario
beforeEach(async () => {
  room = await openScenario('2026-07-01T02:00:00Z')
  await refreshIncidentRules(room.db)
  await (await room.feed('12345', '12345')).publishes(
    '桐乡濮院镇某某毛衫厂欠我们三十五个人三个月工资，没人管',
  )
})
afterEach(() => room.drop())

const office = () => room.contextOf(room.officer('rsj', 'office'))
/** The product's own rules with other limits of unpaid workers. */
const limited = (limits: Record<string, number>): GradeRules => ({
  ...defaultRules,
  lines: defaultRules.lines.map((line) => {
    const atLeast = limits[line.id]
    return atLeast !== undefined && isCount(line.when) ? { ...line, when: { ...line.when, atLeast } } : line
  }),
})
const graver = limited({ II_unpaid: 35 })
const lighter = limited({ III_unpaid: 40 })
const save = async (rules: GradeRules, basedOn = 0) => {
  const saved = await saveEdition(office(), 'grades', { rules, why: '试行', basedOn })
  if (!saved.ok) throw new Error(saved.refusal.code)
}
/** So long after an edition that every process has heard of it. */
const later = (seconds = 6) => ({
  ...room.contextOf(),
  now: new Date(room.clock.now().getTime() + seconds * 1_000),
})
async function told<N extends 'incident.regraded' | 'incident.reproposed'>(name: N): Promise<EventData<N>[]> {
  const rows = await room.db.select().from(event).where(eq(event.name, name)).orderBy(asc(event.id))
  return rows.map(({ data }) => data as EventData<N>)
}
const regrading = async () => {
  const view = await readGrades(office())
  return view.ok ? view.value.regrading : null
}

describe('grade rules that have been saved', () => {
  it('propose the grades of open incidents anew, as the dry run had said', async () => {
    const run = await dryRunGrades(office(), { rules: graver })
    expect(run.ok && run.value.reproposed).toBe(1)
    await save(graver)
    expect(await reproposeGrades(later(1))).toBe(0)
    expect(await reproposeGrades(later())).toBe(1)
    expect(await room.onlyIncident()).toMatchObject({ grade: 'II', gradeReason: { rule: 'II_unpaid' } })
    expect(await told('incident.regraded')).toMatchObject([{ from: 'III', to: 'II', edition: 1 }])
    expect(await regrading()).toEqual({ looked: 1, changed: 1, finished: true })
    expect(await reproposeGrades(later(8))).toBe(0)
  })

  it('hasten the clocks of what has become graver, and lighten none without a word', async () => {
    const due = async () =>
      (await room.onlyIncident()).steps.find(({ step }) => step === 'facts_verified')?.dueAt
    const before = await due()
    await save(graver)
    await reproposeGrades(later())
    const on_site = (await room.onlyIncident()).steps.find(({ step }) => step === 'on_site')
    expect(on_site?.dueAt).toBe(new Date(room.clock.now().getTime() + (6 + 30 * 60) * 1_000).toISOString())
    await save(defaultRules, 1)
    await reproposeGrades(later())
    expect((await room.onlyIncident()).grade).toBe('III')
    expect(await due()).toBe(before)
    const again = (await room.onlyIncident()).steps.find(({ step }) => step === 'on_site')
    expect(again?.dueAt).toBe(on_site?.dueAt)
  })

  it('leave a person’s word, tell of the other proposal, and overtake it only by a graver one', async () => {
    const { id } = await room.onlyIncident()
    const said = { incidentId: id, grade: 'III' as const, seen: 'III' as const, reason: null }
    await regradeIncident(room.contextOf(room.officer('rsj')), said)
    await save(lighter)
    await reproposeGrades(later())
    expect((await room.onlyIncident()).grade).toBe('III')
    expect(await told('incident.reproposed')).toMatchObject([{ from: 'III', to: 'IV', edition: 1 }])
    await save(graver, 1)
    await reproposeGrades(later())
    expect((await room.onlyIncident()).grade).toBe('II')
    const read = await readIncident(room.contextOf(room.officer('rsj')), { incidentId: id })
    expect(read.ok && read.value.timeline.map(({ name }) => name)).toContain('incident.reproposed')
  })

  it('tell nothing of what they leave as it is', async () => {
    await save(limited({ II_unpaid: 40 }))
    expect(await reproposeGrades(later())).toBe(1)
    expect([...(await told('incident.regraded')), ...(await told('incident.reproposed'))]).toEqual([])
    expect(await regrading()).toEqual({ looked: 1, changed: 0, finished: true })
  })

  it('are followed by one process at a time, each incident once', async () => {
    await save(graver)
    const looked = await Promise.all(Array.from({ length: 5 }, () => reproposeGrades(later())))
    expect(looked.reduce((sum, one) => sum + one)).toBe(1)
    expect(await told('incident.regraded')).toHaveLength(1)
  })
})
