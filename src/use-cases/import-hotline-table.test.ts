import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { event } from '#store/tables/event.ts'
import { post, seenPost } from '#store/tables/post.ts'
import { legacyBytes } from '#testing/legacy-bytes.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { workbookBytes } from '#testing/workbook-bytes.ts'
import { importHotlineTable } from './import-hotline-table.ts'
import { previewImport } from './preview-import.ts'

let room: Scenario
beforeEach(async () => {
  room = await openScenario()
})
afterEach(() => room.drop())

const mapping = {
  id: '工单编号',
  receivedAt: '来电时间',
  text: '诉求内容',
  town: '镇街',
  employer: '被投诉单位',
  workers: '涉及人数',
}
const head = '工单编号,来电时间,来电人,联系电话,诉求内容,镇街,被投诉单位,涉及人数'
const rows = [
  'G-1,2026-11-23 09:00,某某某,19900000000,来电反映厂里拖欠三个月工资老板跑路,濮院镇,鑫达毛衫厂,38',
  'G-2,2026-11-23 09:30,某某某,19900000001,咨询南湖边停车怎么收费,,,',
  'G-3,2026-11-23 10:00,某某某,19900000002,工地拖欠木工班组工资半年没有发,许村镇,,22',
]
const csv = (...lines: string[]) => [head, ...lines].join('\r\n')
const take = (bytes: Uint8Array | string, sender = '12345 导出', given: object = mapping) =>
  importHotlineTable(room.contextOf(room.officer('rsj')), {
    sender,
    bytes: Buffer.from(bytes as string),
    mapping: given as typeof mapping,
  })
const counts = () => Promise.all([post, seenPost].map((table) => room.db.$count(table)))

describe('importing a hotline export', () => {
  it.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['GBK', (text) => legacyBytes(text, 'gb18030')],
  ])('in %s takes in its rows, opens incidents and keeps no text of other matters', async (_, encode) => {
    const taken = await take(encode(csv(...rows)))
    expect(taken).toMatchObject({ ok: true, value: { taken: 3, known: 0, flagged: 2, errors: [] } })
    await room.correlate()
    const { incidents } = await room.board()
    expect(incidents.map(({ place, workers }) => [place?.name, workers?.min]).sort()).toEqual([
      ['濮院镇', 38],
      ['许村镇', 22],
    ])
    const bodies = (await room.db.select().from(post)).map(({ body }) => body).join()
    expect(bodies).not.toMatch(/停车/)
  })

  it('twice changes nothing, in whichever encoding it comes again', async () => {
    await take(csv(...rows))
    await room.correlate()
    const [before, board] = [await counts(), await room.board()]
    for (const again of [Buffer.from(csv(...rows)), legacyBytes(csv(...rows), 'gb18030')]) {
      expect(await take(again)).toMatchObject({ ok: true, value: { taken: 0, known: 3, flagged: 0 } })
    }
    await room.correlate()
    expect(await counts()).toEqual(before)
    expect((await room.board()).incidents).toEqual(board.incidents)
  })

  it('twice at once takes every row in once', async () => {
    const both = await Promise.all([take(csv(...rows)), take(csv(...rows))])
    expect(both.map((one) => (one.ok ? one.value.taken : -1)).sort()).toEqual([0, 3])
    expect(await counts()).toEqual([2, 3])
  })

  it('grown by a row takes in that row', async () => {
    await take(csv(...rows))
    const more = 'G-4,2026-11-23 11:00,,,平湖新埭箱包厂欠薪四个月12个人,新埭镇,,12'
    expect(await take(csv(...rows, more))).toMatchObject({ ok: true, value: { taken: 1, known: 3 } })
  })

  it('lists the rows it could not read, by line, and takes in all others', async () => {
    const broken = ['G-5,2026-11-23 09:00,,,,濮院镇,,1', 'G-6,,,,欠薪,,,,多一格,再多一格']
    const taken = await take(csv(rows[0] ?? '', ...broken, rows[2] ?? ''))
    if (!taken.ok) throw new Error(taken.refusal.code)
    expect(taken.value.taken).toBe(2)
    expect(taken.value.errors.map(({ line, code }) => [line, code])).toEqual([
      [3, 'text_missing'],
      [4, 'too_many_cells'],
    ])
  })

  it('is written in the log with its counts and who did it', async () => {
    await take(csv(...rows))
    const [logged] = await room.db.select().from(event)
    expect(logged).toMatchObject({
      name: 'import.finished',
      data: { name: '12345 导出', taken: 3, known: 0, refused: 0, by: { post: 'rsj duty', agency: 'rsj' } },
    })
  })

  it.each<[string, string, object, string]>([
    ['an empty file', '', mapping, 'empty'],
    ['a head without rows', head, mapping, 'no_rows'],
    ['a column that is not there', csv(...rows), { ...mapping, text: '内容' }, 'column_missing'],
    ['a column of persons', csv(...rows), { ...mapping, place: '联系电话' }, 'personal_column'],
    ['no column for the text', csv(...rows), { id: '工单编号' }, 'bad_mapping'],
  ])('refuses %s and stores nothing', async (_, bytes, given, code) => {
    expect(await take(bytes, 'x', given)).toMatchObject({ ok: false, refusal: { code } })
    expect([await counts(), await room.db.$count(event)]).toEqual([[0, 0], 0])
  })

  it('is not for a wall', async () => {
    const wall = room.contextOf(room.officer(null, 'wall'))
    const answer = await importHotlineTable(wall, { sender: 'x', bytes: Buffer.from(csv(...rows)), mapping })
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'role_may_not' } })
  })
})

describe('a workbook', () => {
  const workbook = workbookBytes([head, ...rows].map((line) => line.split(',')))

  it('is imported as its CSV is, and neither twice', async () => {
    expect(await take(csv(...rows))).toMatchObject({ value: { taken: 3 } })
    expect(await take(workbook)).toMatchObject({ ok: true, value: { taken: 0, known: 3, errors: [] } })
  })

  it('of a sender whose columns were set once is recognised by its headings', async () => {
    const look = () => previewImport(room.contextOf(room.officer('rsj')), workbook)
    expect(await look()).toMatchObject({
      ok: true,
      value: { sender: null, personal: ['来电人', '联系电话'] },
    })
    await take(csv(...rows), '某镇平台', { ...mapping, workers: undefined, defaultChannel: 'grid' })
    const { workers: _, ...columns } = mapping
    expect(await look()).toMatchObject({
      value: { sender: '某镇平台', mapping: { ...columns, defaultChannel: 'grid' } },
    })
  })
})
