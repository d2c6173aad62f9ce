import { describe, expect, it } from 'vitest'
import { takeIntakeInput } from '#contracts/commands.ts'
import { newFormId } from './form-id.ts'
import { blankIntake, readIntake, type TypedIntake } from './read-intake.ts'

const typed = (parts: Partial<TypedIntake>): TypedIntake => ({
  ...blankIntake,
  text: '来电反映欠薪',
  ...parts,
})
const formId = newFormId()

describe('the intake form', () => {
  it.each<[Partial<TypedIntake>, object]>([
    [{}, { workers: null, amountYuan: null }],
    [{ workers: '38' }, { workers: 38 }],
    [{ workers: ' １２ 人' }, { workers: 12 }],
    [{ amountYuan: '654000' }, { amountYuan: 654_000 }],
    [{ amountYuan: '65.4万' }, { amountYuan: 654_000 }],
    [{ amountYuan: '65.4 万元' }, { amountYuan: 654_000 }],
    [{ amountYuan: '¥6,200' }, { amountYuan: 6200 }],
    [{ amountYuan: '1.2亿' }, { amountYuan: 120_000_000 }],
  ])('reads %j', (parts, read) => {
    const answer = readIntake(typed(parts), formId)
    expect(answer.ok && answer.input).toMatchObject(read)
    expect(takeIntakeInput.safeParse(answer.ok && answer.input).success).toBe(true)
  })

  it.each<[Partial<TypedIntake>, string[]]>([
    [{ text: ' ' }, ['text']],
    [{ workers: '0' }, ['workers']],
    [{ workers: '三十' }, ['workers']],
    [{ workers: '3.5' }, ['workers']],
    [{ amountYuan: '很多' }, ['amountYuan']],
    [{ amountYuan: '0' }, ['amountYuan']],
    [{ text: '', workers: '-1', amountYuan: '-5' }, ['text', 'workers', 'amountYuan']],
  ])('does not send %j', (parts, wrong) => {
    expect(readIntake(typed(parts), formId)).toEqual({ ok: false, wrong })
  })
})

describe('the form’s own number', () => {
  it('is one that the door takes, and never the same', () => {
    const ids = Array.from({ length: 50 }, newFormId)
    expect(new Set(ids).size).toBe(50)
    for (const id of ids) expect(takeIntakeInput.shape.formId.safeParse(id).success).toBe(true)
  })
})
