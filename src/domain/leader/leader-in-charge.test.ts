import { describe, expect, it } from 'vitest'
import { climbOverdue } from '#domain/escalation/overdue.ts'
import { checkLeader, lateFor, nameLeader, noteLeader } from './leader-in-charge.ts'

const now = new Date('2026-11-23T06:00:00Z')
const day = (days: number) => new Date(now.getTime() + days * 86_400_000)
const by = { post: '领导小组办公室', agency: 'rsj' }
const named = (promisedAt: Date) => {
  const leader = nameLeader(
    { id: 'l1', incidentId: 'i1', post: '市人社局副局长', agency: 'rsj', promisedAt, namedBy: by },
    now,
  )
  if (!leader.ok) throw new Error(leader.refusal.code)
  return leader.value
}

describe('领导包案', () => {
  it('promises a day ahead', () => {
    const past = { id: 'l', incidentId: 'i', post: '副局长', agency: 'rsj', namedBy: by, promisedAt: now }
    expect(nameLeader(past, now)).toMatchObject({ refusal: { code: 'due_in_past' } })
  })

  it.each([
    ['the weekly note comes first', 20, 7, 'note'],
    ['the promise comes first', 5, 5, 'promise'],
  ] as const)('is late when %s', (_name, promised, due, because) => {
    const leader = named(day(promised))
    expect(leader.nextStepAt).toEqual(day(due))
    const late = climbOverdue(leader, 86_400, day(due))
    expect(late).toMatchObject({ overdueLevel: 1 })
    expect(lateFor(leader, day(due))).toBe(because)
  })

  it('a note starts the next week, and heals no broken promise', () => {
    const kept = noteLeader(named(day(20)), day(6))
    expect(kept).toMatchObject({ value: { noteDueAt: day(13), nextStepAt: day(13) } })
    const overdue = { ...named(day(5)), overdueLevel: 2, nextStepAt: day(7) }
    expect(noteLeader(overdue, day(6))).toMatchObject({ value: { overdueLevel: 2, nextStepAt: day(7) } })
  })

  it('ends with a closing check, once', () => {
    const checked = checkLeader(named(day(5)), 1, '工资已付清', by, now)
    expect(checked).toMatchObject({ value: { state: 'checked', nextStepAt: null } })
    if (!checked.ok) throw new Error('unreachable')
    expect(checkLeader(checked.value, 2, '再核', by, now)).toMatchObject({ refusal: { code: 'wrong_state' } })
    expect(checkLeader(named(day(5)), 4, '核', by, now)).toMatchObject({ refusal: { code: 'stale_version' } })
  })
})
