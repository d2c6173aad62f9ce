import { describe, expect, it } from 'vitest'
import type { TablePreview } from './table-answers.ts'
import { closedColumns, guessedMapping, openColumns } from './table-columns.ts'

const preview: TablePreview = {
  headers: ['工单编号', '来电人', '联系电话', '诉求内容', '备注', ''],
  sample: [
    { 工单编号: 'A1', 来电人: '', 联系电话: '', 诉求内容: '欠薪三个月', 备注: '急', '': '' },
    { 工单编号: 'A2', 来电人: '', 联系电话: '', 诉求内容: '欠薪两个月', 备注: '', '': '' },
  ],
  mapping: { id: '工单编号', text: '诉求内容', defaultChannel: '12345' },
  rowCount: 2,
  encoding: 'gb18030',
  warnings: [],
  personal: ['来电人', '联系电话'],
  sender: null,
}

describe('the columns of an export', () => {
  it('offers only what may be read', () => {
    expect(openColumns(preview)).toEqual(['工单编号', '诉求内容', '备注'])
    expect(closedColumns(preview)).toEqual(['来电人', '联系电话'])
  })

  it('offers a column although its first rows are empty', () => {
    expect(openColumns({ ...preview, headers: ['事发地点'], sample: [{ 事发地点: '' }] })).toEqual([
      '事发地点',
    ])
  })

  it('starts from the server’s guess of the fields it asks for', () => {
    expect(guessedMapping(preview)).toEqual({ id: '工单编号', text: '诉求内容' })
  })
})
