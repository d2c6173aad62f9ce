import { describe, expect, it } from 'vitest'
import checklist from '#seeds/task-checklist.json' with { type: 'json' }
import { type ChecklistLine, kindsOf, proposeTasks } from './checklist.ts'

const lines = checklist.lines as ChecklistLine[]
const now = new Date('2026-11-23T06:00:00Z')
const facts = {
  placeCode: '330483102',
  employer: '示例毛衫厂',
  project: null,
  workers: { min: 38, max: 38 },
  amountYuan: null,
  months: null,
  danger: [],
  collective: [],
  flight: ['fled'],
}
const fledFactory = {
  grade: 'II' as const,
  kinds: kindsOf(facts),
  territories: ['t330483'],
  sector: null,
  assigned: [],
}

describe('the checklist of a grade and a kind', () => {
  it('asks the territory to count, to find the landlord, and 人社局 to look for the money, the nearest first', () => {
    const proposals = proposeTasks(lines, fledFactory, now)
    expect(proposals.slice(0, 4).map(({ kind, agency }) => `${kind} ${agency}`)).toEqual([
      'count_workers t330483',
      'contact_landlord t330483',
      'find_employer rsj',
      'check_deposit rsj',
    ])
    expect(proposals[0]?.dueAt).toEqual(new Date('2026-11-23T06:30:00Z'))
    expect(proposals.map(({ kind }) => kind)).toContain('unlicensed_employer')
  })

  it('names the sector unit on a project, and nobody where there is none', () => {
    const project = { ...fledFactory, kinds: kindsOf({ ...facts, project: '示例花苑三期' }) }
    const agencies = (sector: 'construction' | 'water' | null) =>
      proposeTasks(lines, { ...project, sector }, now)
        .filter(({ kind }) => kind === 'check_account')
        .map(({ agency }) => agency)
    expect([agencies('construction'), agencies('water'), agencies(null)]).toEqual([['jw'], ['slj'], []])
  })

  it('proposes nothing twice, and 人社局 while the place is unknown', () => {
    const [first] = proposeTasks(lines, { ...fledFactory, territories: [] }, now)
    expect(first).toMatchObject({ kind: 'count_workers', agency: 'rsj' })
    const left = proposeTasks(lines, { ...fledFactory, assigned: ['count_workers'] }, now)
    expect(left.map(({ kind }) => kind)).not.toContain('count_workers')
  })

  it('rests on a sentence of the founding document, line by line, and has a limit for some grade', () => {
    for (const line of lines) {
      expect(line.basis.length, line.key).toBeGreaterThan(5)
      expect(Object.keys(line.minutes).length, line.key).toBeGreaterThan(0)
    }
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
  })

  it('is slower where the grade is lighter', () => {
    for (const { key, minutes } of lines) {
      const { I, II, III, IV } = minutes
      const known = [I, II, III, IV].filter((one) => one !== undefined)
      expect(known, key).toEqual([...known].sort((a, b) => a - b))
    }
  })
})
