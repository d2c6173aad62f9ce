import { describe, expect, it } from 'vitest'
import type { CsvPreview } from './csv-answers.ts'
import { closedColumns, guessedMapping, openColumns } from './csv-columns.ts'

const preview: CsvPreview = {
  headers: ['工单编号', '来电人', '联系电话', '诉求内容', '备注', ''],
  sample: [
    { 工单编号: 'A1', 来电人: '', 联系电话: '', 诉求内容: '欠薪三个月', 备注: '急', '': '' },
    { 工单编号: 'A2', 来电人: '', 联系电话: '', 诉求内容: '欠薪两个月', 备注: '', '': '' },
  ],
  mapping: { id: '工单编号', text: '诉求内容', defaultChannel: '12345' },
  rowCount: 2,
  encoding: 'gb18030',
  warnings: [],
}

describe('the columns of an export', () => {
  it('offers only what may be read', () => {
    expect(openColumns(preview)).toEqual(['工单编号', '诉求内容', '备注'])
    expect(closedColumns(preview)).toEqual(['来电人', '联系电话'])
  })

  it('believes the server when it names the personal ones', () => {
    expect(closedColumns({ ...preview, personal: ['来电人'] })).toEqual(['来电人'])
    expect(openColumns({ ...preview, personal: ['来电人'] })).toContain('联系电话')
  })

  it('keeps a guessed column although its first rows are empty', () => {
    const place = {
      ...preview,
      headers: ['事发地点'],
      sample: [{ 事发地点: '' }],
      mapping: { place: '事发地点' },
    }
    expect(openColumns(place)).toEqual(['事发地点'])
  })

  it('starts from the server’s guess of the fields it asks for', () => {
    expect(guessedMapping(preview)).toEqual({ id: '工单编号', text: '诉求内容' })
  })
})
