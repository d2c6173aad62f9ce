import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { legacyBytes } from '#testing/legacy-bytes.ts'
import { guessMapping, isPersonalHeading } from './hotline-mapping.ts'
import { type HotlineMapping, maxTableRows, previewHotlineTable, readHotlineTable } from './hotline-table.ts'

const now = new Date('2026-10-01T00:00:00Z')
const headers = [
  '工单编号',
  '来电时间',
  '来电人姓名',
  '联系电话',
  '诉求内容',
  '区县',
  '镇街',
  '企业名称',
  '涉及人数',
  '涉及金额',
  '渠道',
]
const row = (id: string, text: string) => [
  id,
  '2026-09-30 12:00',
  '某某',
  '19900000000',
  text,
  '嘉善县',
  '魏塘街道',
  '某服装厂',
  '12人',
  '3.6万元',
  '12345热线',
]
const csv = (rows: string[][], mark = ',') => [headers, ...rows].map((cells) => cells.join(mark)).join('\r\n')
const two = [row('A1', '三个月没发工资'), row('A2', '老板跑了')]
const mapping = guessMapping(headers) as HotlineMapping

async function read(document: string | Buffer, change: Partial<HotlineMapping> = {}) {
  const answer = await readHotlineTable(Buffer.from(document as string), { ...mapping, ...change }, now)
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

async function refusalOf(document: string | Buffer, change: Partial<HotlineMapping> = {}) {
  const answer = await readHotlineTable(Buffer.from(document as string), { ...mapping, ...change }, now)
  return answer.ok ? null : answer.refusal
}

describe('a hotline export', () => {
  it.each([
    ['UTF-8', csv(two)],
    ['UTF-8 with a mark', `\uFEFF${csv(two)}`],
    ['GBK', legacyBytes(csv(two), 'gb18030')],
    ['tabs', csv(two, '\t')],
    ['semicolons', csv(two, ';')],
    ['Unix line ends', csv(two).replaceAll('\r\n', '\n')],
    ['a blank line in it', csv(two).replace('\r\nA2', '\r\n\r\n,,,\r\nA2')],
  ])('in %s becomes raw posts', async (_what, document) => {
    const { rows, errors, warnings } = await read(document)
    expect([errors, warnings]).toEqual([[], []])
    expect(rows.map(({ post }) => [post.externalId, post.text])).toEqual([
      ['A1', '三个月没发工资'],
      ['A2', '老板跑了'],
    ])
    expect(rows[0]).toMatchObject({
      line: 2,
      channel: '12345',
      post: {
        publishedAt: new Date('2026-09-30T04:00:00Z'),
        stated: { place: '嘉善县魏塘街道', employer: '某服装厂', workers: 12, amountYuan: 36_000 },
      },
    })
  })

  it('never lets the caller in, neither in rows nor in the sample', async () => {
    const preview = await previewHotlineTable(Buffer.from(csv(two)))
    const all = JSON.stringify([await read(csv(two)), preview])
    expect(all).not.toMatch(/某某|19900000000/)
    expect(preview.ok && preview.value.sample[0]).toMatchObject({ 诉求内容: '三个月没发工资', 联系电话: '' })
  })

  it.each(['来电人姓名', '联系电话'])('refuses a mapping that asks for %s', async (column) => {
    expect(await refusalOf(csv(two), { employer: column })).toEqual({
      code: 'personal_column',
      details: { field: 'employer', column },
    })
  })

  it('without a number column knows a row by its words, the same next time and in another order', async () => {
    const without = { ...mapping, id: undefined }
    const both = [csv(two), csv([...two].reverse())].map((document) =>
      read(document, without).then(({ rows }) => rows.map(({ post }) => post.externalId).sort()),
    )
    const [first, again] = await Promise.all(both)
    expect(first).toEqual(again)
    expect(new Set(first).size).toBe(2)
  })

  it('is counted in 万元 when its heading says so', async () => {
    const inWan = csv(two).replace('涉及金额', '涉及金额（万元）').replaceAll('3.6万元', '3.6')
    expect((await read(inWan, { amountYuan: '涉及金额（万元）' })).rows[0]?.post.stated?.amountYuan).toBe(
      36_000,
    )
  })
})

describe('a broken row is listed and costs nothing else', () => {
  const three = (middle: string) =>
    [csv([row('A1', '一')]), middle, row('A3', '三').join(','), row('A4', '四').join(',')].join('\n')

  it.each([
    ['no text', row('A2', ' ').join(','), 'text_missing'],
    ['too many cells', `${row('A2', '二').join(',')},多,了`, 'too_many_cells'],
    ['a text beyond bounds', row('A2', '工'.repeat(20_001)).join(','), 'text_too_long'],
    ['a quotation mark never closed', row('A2', '"二').join(','), 'quote_unclosed'],
    ['rubbish behind a quotation', row('A2', '"二"x"').join(','), 'quote_unclosed'],
  ])('%s', async (_what, middle, code) => {
    const { rows, errors } = await read(three(middle))
    expect(errors.map((error) => [error.line, error.code])).toEqual([[3, code]])
    expect(rows.map(({ post }) => post.externalId)).toEqual(['A1', 'A3', 'A4'])
  })

  it('two marks in two rows do not swallow the rows between them', async () => {
    const document = csv([row('A1', '"一'), row('A2', '二'), row('A3', '"三'), row('A4', '四')])
    const { rows, errors } = await read(document)
    expect(rows.map(({ post }) => post.externalId)).toEqual(['A2', 'A4'])
    expect(errors.map((error) => error.line)).toEqual([2, 4])
  })

  it('a text over several lines is one row, and the lines below keep their numbers', async () => {
    const { rows, errors } = await read(
      csv([row('A1', '"三个月\n没发，\n""工资"""'), row('A2', ' '), row('A3', '三')]),
    )
    expect(rows.map(({ line, post }) => [line, post.text])).toEqual([
      [2, '三个月\n没发，\n"工资"'],
      [6, '三'],
    ])
    expect(errors.map((error) => error.line)).toEqual([5])
  })

  it.each([
    ['1970-01-01', 'date_implausible'],
    ['2099-01-01', 'date_implausible'],
    ['昨天', 'date_unreadable'],
  ])('dated %s it is taken without its date, with a warning', async (date, code) => {
    const { rows, warnings } = await read(csv(two).replace('2026-09-30 12:00', date))
    expect(rows).toHaveLength(2)
    expect(rows[0]?.post.publishedAt).toBeNull()
    expect(warnings).toEqual([{ line: 2, code, details: { column: '来电时间' } }])
  })

  it('with a number nobody can read it is taken without that number', async () => {
    const { rows, warnings } = await read(csv(two).replace('12人', '一二十人'))
    expect(rows[0]?.post.stated).not.toHaveProperty('workers')
    expect(warnings.map((warning) => warning.code)).toEqual(['number_unreadable'])
  })
})

describe('a file that cannot be imported says why', () => {
  it.each<[string, string, Partial<HotlineMapping>, object]>([
    ['empty', '', {}, { code: 'empty' }],
    ['only headings', headers.join(','), {}, { code: 'no_rows' }],
    [
      'a missing column',
      csv(two),
      { text: '诉求' },
      { code: 'column_missing', details: { field: 'text', column: '诉求' } },
    ],
    ['no text column', csv(two), { text: undefined }, { code: 'bad_mapping', details: { field: 'text' } }],
    [
      'two columns of one name',
      csv(two).replace('镇街', '区县'),
      {},
      { code: 'duplicate_heading', details: { column: '区县' } },
    ],
    ['too large', 'x'.repeat(20 * 1024 * 1024 + 1), {}, { code: 'too_large' }],
    [
      'too many rows',
      `${headers.join(',')}\n${'1,2\n'.repeat(maxTableRows + 1)}`,
      {},
      { code: 'too_many_rows' },
    ],
  ])('%s', async (_what, document, change, refusal) => {
    expect(await refusalOf(document, change)).toMatchObject(refusal)
  })

  it('a full file of 50,000 rows, every one of them broken, is answered', async () => {
    const { rows, errors } = await read(`${headers.join(',')}\n${'1,"2\n'.repeat(maxTableRows)}`)
    expect([rows.length, errors.length]).toEqual([0, maxTableRows])
  })

  it('any bytes at all are answered without a throw', async () => {
    const pieces = fc.constantFrom(...headers, ',', '"', '\n', '\r\n', '\t', ';', '工资', '\u0000', '""')
    await fc.assert(
      fc.asyncProperty(
        fc.array(pieces, { maxLength: 60 }),
        fc.uint8Array({ maxLength: 60 }),
        async (parts, bytes) => {
          const document = Buffer.concat([Buffer.from(parts.join('')), bytes])
          expect(typeof (await readHotlineTable(document, mapping, now)).ok).toBe('boolean')
          expect(typeof (await previewHotlineTable(document)).ok).toBe('boolean')
        },
      ),
    )
  })
})

describe('what a column holds is guessed from its heading', () => {
  it('for a usual export', async () => {
    expect(mapping).toEqual({
      id: '工单编号',
      receivedAt: '来电时间',
      text: '诉求内容',
      county: '区县',
      town: '镇街',
      employer: '企业名称',
      workers: '涉及人数',
      amountYuan: '涉及金额',
      channel: '渠道',
    })
  })

  it.each([
    [['序号', '受理时间', '标题', '内容', '来源', '被反映单位', '人数', '金额（元）', '事发地址']],
    [
      [
        '案件编号',
        '登记日期',
        '主题',
        '问题描述',
        '工单来源',
        '用人单位',
        '涉及人数（人）',
        '拖欠金额(万元)',
        '所属街镇',
      ],
    ],
    [['id', 'date', 'title', 'text', 'channel', 'employer', 'workers', 'amountYuan', 'place']],
  ])('%s', async (usual) => {
    expect(Object.values(guessMapping(usual)).sort()).toEqual([...usual].sort())
  })

  it.each([
    '姓名',
    '来电人',
    '来电人姓名',
    '投诉人',
    '联系电话',
    '手机号码',
    '来电号码',
    '身份证号',
    '证件号码',
    '家庭住址',
    '性别',
    '年龄',
    '微信号',
    '联系方式',
    '银行卡号',
    'phone',
    'Caller Name',
    '反映人（姓名）',
    '车牌号',
  ])('%s is personal and never read', async (heading) => {
    expect(isPersonalHeading(heading)).toBe(true)
    expect(guessMapping([heading])).toEqual({})
  })

  it.each([
    '工单编号',
    '企业名称',
    '单位名称',
    '项目名称',
    '涉及人数',
    '诉求内容',
    '事发地址',
    '受理编号',
    '来电时间',
    '来电内容',
  ])('%s is not personal', async (heading) => {
    expect(isPersonalHeading(heading)).toBe(false)
  })
})
