import { expect, test } from './room.ts'

type Left = { code?: number; stdout?: string; stderr?: string }

test('a tampered event is named by the audit, and the desk shows its place in the chain', async ({
  browser,
  room,
}) => {
  await room.call('来电反映南湖区大桥镇示例晨光电子厂拖欠21名员工两个月工资')
  const verify = () => room.anxin('audit', 'verify', '--json').catch((left: Left) => left)
  const whole: Left = await verify()
  expect(JSON.parse(whole.stdout ?? '')).toMatchObject({ broken: null })

  const { page, context } = await room.open(browser, 'rsj', '/desk')
  await page.getByText('大桥镇').first().click()
  await expect(page.getByText(/链 [0-9a-f]{4}…[0-9a-f]{4}/)).toBeVisible()
  await context.close()

  const [kept] =
    await room.sql`select seq, data from event where name = 'incident.opened' order by seq limit 1`
  await expect(room.sql`update event set data = '{}' where seq = ${kept?.seq}`).rejects.toThrow(/append-only/)
  // Only somebody with the database in hand gets past the trigger.
  const pastTheTrigger = (write: (sql: typeof room.sql) => Promise<unknown>) =>
    room.sql.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await write(sql as unknown as typeof room.sql)
    })
  await pastTheTrigger(
    (sql) =>
      sql`update event set data = jsonb_set(data, '{incident,headline}', '"无事"') where seq = ${kept?.seq}`,
  )
  const broken: Left = await verify()
  expect(broken.code).toBe(2)
  expect(JSON.parse(broken.stdout ?? '')).toMatchObject({
    broken: { fault: 'changed', seq: Number(kept?.seq) },
  })
  const said: Left = await room.anxin('audit', 'verify').catch((left: Left) => left)
  expect(said.stderr).toContain(String(kept?.seq))

  await pastTheTrigger((sql) => sql`update event set data = ${sql.json(kept?.data)} where seq = ${kept?.seq}`)
  const healed: Left = await verify()
  expect(JSON.parse(healed.stdout ?? '')).toMatchObject({ broken: null })
})

test('a program with a key sees its agency’s incidents and accepts for a duty post', async ({
  browser,
  room,
}) => {
  await room.call('来电反映秀洲区王店镇示例永和家具厂拖欠26名工人三个月工资')
  const admin = await room.openAs(browser, ['keys-admin', 'admin'], '/admin/keys')
  const form = admin.page.locator('form', { has: admin.page.getByText('权限') })
  await form.getByLabel('名称').fill('宣传部平台')
  await form.getByLabel('代表单位').selectOption('xcb')
  await form.getByLabel('代岗位接收').check()
  await form.getByRole('button', { name: '生成' }).click()
  const key = (await admin.page.getByTestId('new-key').textContent()) ?? ''
  const ask = (path: string, more: RequestInit = {}) =>
    fetch(`${room.origin}/api/v1${path}`, {
      ...more,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    })

  const listed = (await (await ask('/incidents')).json()) as {
    incidents: { id: string; place: { name: string } | null; alerts: { id: string; agency: string }[] }[]
  }
  const incident = listed.incidents.find(({ place }) => place?.name === '王店镇')
  const alert = incident?.alerts.find(({ agency }) => agency === 'xcb')
  const detail = (await (await ask(`/incidents/${incident?.id}`)).json()) as { posts: unknown }
  expect(detail.posts).toBeNull()

  const officer = await room.open(browser, 'rsj', '/desk')
  await officer.page.getByText('王店镇').first().click()
  const row = officer.page.getByRole('row', { name: /宣传部/ })
  await expect(row).toHaveAttribute('data-state', 'unaccepted')
  const accepted = await ask(`/alerts/${alert?.id}/accept`, {
    method: 'POST',
    body: JSON.stringify({ post: 'xcb-duty' }),
  })
  expect(accepted.status).toBe(200)
  await expect(row).toHaveAttribute('data-state', 'accepted')
  await officer.context.close()

  const revoke = admin.page.getByRole('listitem').filter({ hasText: '宣传部平台' }).getByRole('button')
  await revoke.click()
  await revoke.click()
  await expect(admin.page.getByText(/日吊销$/)).toBeVisible()
  expect((await ask('/incidents')).status).toBe(401)
  await admin.context.close()
})

test('the API is documented for people in both languages', async ({ browser, room }) => {
  const context = await browser.newContext({ baseURL: room.origin })
  const page = await context.newPage()
  await page.goto('/docs/api')
  await expect(page.getByRole('heading', { name: '安薪接口' })).toBeVisible()
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Accept', exact: true })).toBeVisible()
  await expect(page.getByText('/api/v1/alerts/{id}/accept').first()).toBeVisible()
  await context.close()
})
