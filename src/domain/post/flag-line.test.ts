import { expect, it } from 'vitest'
import model from '#seeds/flag-model.json'
import gazetteer from '#seeds/gazetteer.json'
import lexicons from '#seeds/lexicons.json'
import { flagLine } from './flag-line.ts'
import { compileTables } from './reading-tables.ts'

const tables = compileTables(lexicons, gazetteer, model)

it('one line in, one line out, with every field the command promises', () => {
  const line = flagLine(
    { id: '7', title: '求助', text: '乍浦XX大厦工地欠12个工友8万6工资三个月，有人爬塔吊，电话19900000000' },
    tables,
  )
  expect(line).toMatchObject({
    id: '7',
    flagged: true,
    label: 'claim',
    employer: null,
    project: '乍浦XX大厦工地',
    workers: { min: 12, max: 12 },
    amountYuan: { min: 86_000, max: 86_000 },
    months: { min: 3, max: 3 },
    places: [{ code: '330482101', name: '乍浦镇', lat: expect.any(Number), lng: expect.any(Number) }],
    danger: [{ kind: 'height' }],
    masked: '求助\n乍浦XX大厦工地欠12个工友8万6工资三个月，有人爬塔吊，电话***********',
  })
  expect(line.score).toBeGreaterThanOrEqual(6)
  for (const reason of line.reasons) {
    expect(Object.keys(reason).sort()).toEqual(['end', 'rule', 'start'])
    expect(line.masked.slice(reason.start, reason.end)).not.toBe('')
  }
})
