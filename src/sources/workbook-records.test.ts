import { describe, expect, it } from 'vitest'
import { type Cell, workbookBytes, zipBytes } from '#testing/workbook-bytes.ts'
import { previewHotlineTable, readHotlineTable } from './hotline-table.ts'
import { readWorkbook } from './workbook-records.ts'

const now = new Date('2026-11-23T00:00:00Z')
const headers = ['工单编号', '来电时间', '联系电话', '诉求内容', '被诉单位', '涉及人数', '涉及金额']
/** 2026-11-20 09:30, as Excel counts days. */
const friday = { date: 46_346 + 9.5 / 24 }
const rows: Cell[][] = [
  headers,
  ['20261120000123456789', friday, '19900000000', '三个月没发工资', '某服装厂', 12, 36000.5],
  ['A2', friday, '', ' 老板 <跑> 了 ', '某工地', '', ''],
]

const refusalOf = async (bytes: Buffer) => {
  const read = await readWorkbook(bytes, 100)
  return read.ok ? null : read.refusal.code
}

describe('a workbook', () => {
  it('is imported like a CSV, long numbers and dates as they were written', async () => {
    const preview = await previewHotlineTable(workbookBytes(rows))
    if (!preview.ok) throw new Error(preview.refusal.code)
    const { mapping, personal, rowCount, encoding, sample } = preview.value
    expect([rowCount, encoding, personal]).toEqual([2, 'xlsx', ['联系电话']])
    expect(mapping).toMatchObject({ id: '工单编号', text: '诉求内容', employer: '被诉单位' })
    expect(JSON.stringify(sample)).not.toContain('19900000000')
    const read = await readHotlineTable(workbookBytes(rows), { ...mapping, text: '诉求内容' }, now)
    if (!read.ok) throw new Error(read.refusal.code)
    expect(read.value.errors).toEqual([])
    expect(read.value.rows.map(({ line, post }) => ({ line, ...post }))).toMatchObject([
      {
        line: 2,
        externalId: '20261120000123456789',
        text: '三个月没发工资',
        publishedAt: new Date('2026-11-20T01:30:00Z'),
        stated: { employer: '某服装厂', workers: 12, amountYuan: 36000.5 },
      },
      { line: 3, externalId: 'A2', text: '老板 <跑> 了' },
    ])
  })

  it('keeps its line numbers over empty rows', async () => {
    const read = await readWorkbook(workbookBytes([['a'], [''], ['b']]), 100)
    expect(read.ok && read.value.map(({ line }) => line)).toEqual([1, 3])
  })
})

describe('a workbook that was made to harm is answered and costs little', () => {
  const cell = (at: string) => `<row r="${/\d+/.exec(at)?.[0]}"><c r="${at}"><v>1</v></c></row>`
  const zeros = Buffer.alloc(80 * 1024 * 1024)

  it.each<[string, () => Buffer, string]>([
    ['a bomb that unpacks to 80 MB', () => zipBytes({ 'xl/workbook.xml': zeros }), 'too_large'],
    ['a bomb that says it is small', () => zipBytes({ 'xl/workbook.xml': zeros }, 10), 'too_large'],
    [
      'many parts of 30 MB',
      () =>
        zipBytes({
          'a.xml': zeros.subarray(0, 3e7),
          'b.xml': zeros.subarray(0, 3e7),
          'c.xml': zeros.subarray(0, 3e7),
        }),
      'too_large',
    ],
    [
      'a thousand parts',
      () => zipBytes(Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`${n}.xml`, 'x']))),
      'not_a_workbook',
    ],
    ['one cell in the last row', () => workbookBytes([], cell('A1048576')), 'too_many_rows'],
    ['one cell in the last column', () => workbookBytes([], cell('XFD1')), 'too_many_columns'],
    ['a row that says it is far down', () => workbookBytes([], '<row r="99999999"/>'), 'too_many_rows'],
    ['cells without end', () => workbookBytes([], `<row>${'<c/>'.repeat(5_000)}</row>`), 'too_many_columns'],
    [
      'entities',
      () => zipBytes({ 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'not_a_workbook',
    ],
    ['half an archive', () => workbookBytes(rows).subarray(0, 900), 'not_a_workbook'],
    ['an archive of something else', () => zipBytes({ 'readme.xml': '<a/>' }), 'not_a_workbook'],
    ['an older workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old_workbook'],
    ['broken XML', () => workbookBytes([], '<row r="1"><c r="A1"'), 'not_a_workbook'],
  ])('%s', async (_, make, code) => {
    const bytes = make()
    const before = process.memoryUsage().arrayBuffers
    expect(await refusalOf(bytes)).toBe(code)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150 * 1024 * 1024)
  })

  it('any change to a byte is answered without a throw', async () => {
    const whole = workbookBytes(rows)
    for (let at = 0; at < whole.length; at += 97) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0xff
      expect(typeof (await readWorkbook(changed, 100)).ok).toBe('boolean')
    }
  })
})
