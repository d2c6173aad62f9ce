import { expect, test } from './room.ts'

/** Planted, impossible ones; none may survive anywhere in the database. */
const planted = {
  phone: '19900000000',
  identity: '99000019900101123X',
  card: '6200000000000000000',
  name: '欧阳示例',
  handle: 'shili_weixin_01',
  author: '发帖人甲',
}

test('personal data nowhere in the database', async ({ browser, room }) => {
  const { phone, identity, card, name, handle } = planted
  const text = `我叫${name}，电话${phone}，身份证${identity}，工资卡${card}，微信${handle}，海宁长安镇示例永昌服装厂拖欠我们9个人两个月工资`
  await room.addFeed('隐私论坛')
  room.feeds.publish('隐私论坛', text, `${name}求助`)
  await room.call(text, { employer: `示例永昌服装厂 ${phone}`, place: '长安镇' })
  const desk = await room.open(browser, 'rsj', '/intake')
  await expect
    .poll(async () => (await room.sql`select count(*)::int as kept from post`)[0]?.kept, { timeout: 30_000 })
    .toBeGreaterThan(1)
  const tables =
    await room.sql`select table_name from information_schema.tables where table_schema = 'public'`
  expect(tables.length).toBeGreaterThan(10)
  for (const { table_name } of tables) {
    const rows = await room.sql`select t::text as line from ${room.sql(table_name)} t`
    for (const [kind, value] of Object.entries(planted)) {
      const leaks = rows.filter(({ line }) => line.includes(value))
      expect(leaks, `${kind} in table ${table_name}`).toEqual([])
    }
  }
  await desk.context.close()
})
