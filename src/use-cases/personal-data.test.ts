import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { signatureOf } from '#platform/signature.ts'
import { source } from '#store/tables/source.ts'
import { closeServers, serve } from '#testing/loopback-server.ts'
import { alertOf, openScenario, type Scenario } from '#testing/scenario.ts'
import { acceptAlert } from './accept-alert.ts'
import { addHotlineKey } from './add-hotline-key.ts'
import { answerHotlineRequest } from './answer-hotline-request.ts'
import { importHotlineTable } from './import-hotline-table.ts'
import { pollSource } from './poll-source.ts'
import { readIncident } from './read-incident.ts'
import { recordStep } from './record-step.ts'
import { takeIntake } from './take-intake.ts'

/** Impossible numbers, a made-up name and accounts: none may be found anywhere afterwards. */
const planted = [
  '19900000000',
  '199 0000 0000',
  '199-0000-0000',
  '99000019900101123X',
  '6200000000000000000',
  '慕容示范',
  'wx_synthetic77',
  'nobody@mail.example',
  'author_nobody_9',
]
const person =
  '我叫慕容示范，电话19900000000或199 0000 0000、199-0000-0000，身份证99000019900101123X，工资卡6200000000000000000，微信号wx_synthetic77，邮箱nobody@mail.example，@author_nobody_9'
const told = (where: string) =>
  `${where}一家毛衫厂老板跑路，拖欠38名工人三个月工资，厂门口拉了横幅。${person}`

let room: Scenario

beforeAll(async () => {
  const feeds: Record<string, string> = {
    '/rss': `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>论坛</title><managingEditor>author_nobody_9</managingEditor>
      <item><guid>19900000000</guid><author>author_nobody_9</author><dc:creator>慕容示范</dc:creator>
      <link>http://forum.example/u/author_nobody_9/t/88?tid=88&amp;uid=author_nobody_9&amp;phone=19900000000#author_nobody_9</link>
      <title>慕容示范 电话19900000000 求助</title><description>${told('桐乡濮院')}</description></item>
      <item><guid>b</guid><author>author_nobody_9</author><title>招聘缝纫工</title><description>月薪八千，${person}</description></item></channel></rss>`,
    '/atom': `<feed xmlns="http://www.w3.org/2005/Atom"><title>博客</title><author><name>author_nobody_9</name></author>
      <entry><id>19900000000</id><author><name>慕容示范</name><email>nobody@mail.example</email><uri>http://forum.example/author_nobody_9</uri></author>
      <title>讨薪</title><content>${told('海宁许村')}</content></entry></feed>`,
    '/json': JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: '小站',
      authors: [{ name: 'author_nobody_9' }],
      items: [{ id: '19900000000', author: { name: '慕容示范' }, content_text: told('平湖新埭') }],
    }),
  }
  const address = await serve((request, response) => response.end(feeds[request.url ?? '']))
  vi.stubEnv('ALLOW_PRIVATE_SOURCES', new URL(address).host)
  room = await openScenario()
  for (const path of Object.keys(feeds)) {
    const { id } = await room.feed(path)
    await room.db
      .update(source)
      .set({ url: address + path, intervalSeconds: 300 })
      .where(eq(source.id, id))
    expect(await pollSource(room.contextOf(), { sourceId: id })).toMatchObject({ taken: { flagged: 1 } })
  }
})
afterAll(async () => {
  closeServers()
  await room.drop()
  vi.unstubAllEnvs()
})

it('no number, name, account or author of a message is anywhere in the database, whatever door it came by', async () => {
  await callHotline()
  await takeIntake(room.contextOf(room.officer('rsj')), {
    formId: randomUUID(),
    channel: '110',
    text: told('海盐武原'),
    place: '海盐武原',
    employer: '负责人：慕容示范 19900000000',
    workers: 12,
    amountYuan: null,
  })
  await importCsv()
  await room.correlate()
  const { incidents } = await room.board()
  expect(incidents.map(({ place }) => place?.county ?? place?.name).sort()).toEqual(
    ['桐乡市', '海宁市', '平湖市', '嘉善县', '海盐县', '南湖区'].sort(),
  )
  await workOn(incidents.map(({ id }) => id))

  const dump = await everything()
  expect(dump).toMatch(/拖欠38名工人三个月工资/)
  expect(dump).toMatch(/step\.done/)
  for (const datum of planted) expect(dump.includes(datum), datum).toBe(false)
  expect(dump.replace(/[\s-]/g, '')).not.toMatch(/19900000000|6200000000000000000|99000019900101123/)
})

async function callHotline(): Promise<void> {
  const added = await addHotlineKey(room.contextOf(), { name: '12345 热线', channel: '12345' })
  if (!added.ok) throw new Error(added.refusal.code)
  const { key, secret } = added.value
  const call = {
    id: '19900000000',
    channel: '12345',
    receivedAt: room.clock.now().toISOString(),
    text: told('嘉善姚庄'),
    place: '嘉善姚庄 联系人慕容示范 电话19900000000',
    employer: '联系人：慕容示范 19900000000',
    caller: '慕容示范',
    phone: '19900000000',
  }
  const body = Buffer.from(JSON.stringify(call))
  const timestamp = String(room.clock.now().getTime() / 1_000)
  const signature = signatureOf(secret, timestamp, body)
  const answer = await answerHotlineRequest(room.contextOf(), { key, timestamp, signature, body })
  expect(answer).toMatchObject({ ok: true, value: { isNew: true } })
}

async function importCsv(): Promise<void> {
  const file = [
    '工单编号,来电人,联系电话,诉求内容,事发地址,被投诉单位',
    `19900000000,慕容示范,19900000000,${told('南湖余新')},余新镇19900000000,老板：慕容示范 19900000000`,
  ].join('\n')
  const mapping = { id: '工单编号', text: '诉求内容', place: '事发地址', employer: '被投诉单位' }
  const bytes = Buffer.from(file)
  const taken = await importHotlineTable(room.contextOf(room.officer('rsj')), {
    sender: '导出',
    bytes,
    mapping,
  })
  expect(taken).toMatchObject({ ok: true, value: { flagged: 1 } })
}

/** Everything an evening does to an incident: read, accepted, escalated, a step noted. */
async function workOn(incidentIds: string[]): Promise<void> {
  const officer = room.contextOf(room.officer('rsj'))
  for (const incidentId of incidentIds) {
    const read = await readIncident(officer, { incidentId })
    if (!read.ok) throw new Error(read.refusal.code)
    await acceptAlert(officer, { alertId: alertOf(read.value.incident, 'rsj').id })
    await recordStep(officer, { incidentId, step: 'on_site', note: `已见到当事人：${person}` })
  }
  await room.clock.forward('1h')
}

/** Every row of every table, as one text. */
async function everything(): Promise<string> {
  const tables = await room.db.execute<{ name: string }>(
    sql`select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  expect(tables.length).toBeGreaterThan(10)
  const dumps: string[] = []
  for (const { name } of tables) {
    const rows = await room.db.execute<{ row: string }>(sql.raw(`select t::text as row from ${name} t`))
    dumps.push(...rows.map(({ row }) => row))
  }
  return dumps.join('\n')
}
