import { expect, test } from './room.ts'

// A grade Ⅰ of another story would take the wall over.
test.use({ story: 'live loop' })

test('feed to wall', async ({ browser, room }) => {
  await room.addFeed('本地论坛')
  const { page, context } = await room.open(browser, 'wall', '/wall')
  await expect(page.getByText('在办', { exact: true }).first()).toBeVisible()
  room.feeds.publish(
    '本地论坛',
    '求助，桐乡濮院示例恒安毛衫厂老板跑路了，我们38个工友两个月工资没着落，一共65.4万',
  )
  const marker = page.getByRole('img', { name: /濮院.*跑路/ })
  await expect(marker).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('濮院镇', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('65.4').first()).toBeVisible()
  await context.close()
})

test('hotline to wall', async ({ browser, room }) => {
  const { page, context } = await room.open(browser, 'wall', '/wall')
  const answer = await room.call('来电反映海宁许村镇示例华布布艺厂拖欠22名工人三个月工资')
  expect(answer.status).toBe(202)
  expect(answer.body.receipt).toMatch(/^[0-9a-f-]{36}$/)
  await expect(page.getByRole('img', { name: /许村/ })).toBeVisible({ timeout: 10_000 })
  await context.close()
})

test('acknowledge seen on a second screen', async ({ browser, room }) => {
  await room.call('来电反映嘉善姚庄镇示例明途电子厂拖欠41名员工工资，老板失联')
  const wall = await room.open(browser, 'wall', '/wall')
  const desk = await room.open(browser, 'xcb', '/desk')
  await desk.page.getByText('姚庄镇').first().click()
  const mine = desk.page.getByRole('row', { name: /宣传部/ })
  await expect(mine).toHaveAttribute('data-state', 'unaccepted')
  const other = await room.open(browser, 'rsj', '/desk')
  await other.page.getByText('姚庄镇').first().click()
  await expect(other.page.getByRole('row', { name: /宣传部/ })).toContainText('未接收')
  await desk.page.keyboard.press('a')
  await expect(mine).toContainText('已接收')
  await expect(other.page.getByRole('row', { name: /宣传部/ })).toContainText('已接收')
  await expect(other.page.getByRole('row', { name: /人社局/ })).toContainText('未接收')
  for (const { context } of [wall, desk, other]) await context.close()
})

test('two officers press at once: one wins, the other is told who and when', async ({ browser, room }) => {
  await room.call('来电反映平湖新埭镇示例同舟箱包厂拖欠17名工人工资')
  const first = await room.open(browser, 'zfw', '/desk')
  const second = await room.open(browser, 'zfwDeputy', '/desk')
  const buttons = []
  for (const { page } of [first, second]) {
    await page.getByText('新埭镇').first().click()
    const button = page.getByRole('button', { name: /^接收/ })
    await expect(button).toBeVisible()
    buttons.push(button)
  }
  // The second screen's view of the world is held back, so that it still shows the button.
  await second.context.setOffline(true)
  await buttons[0]?.click()
  await expect(first.page.getByRole('row', { name: /政法委/ })).toContainText('已接收')
  await buttons[1]?.click()
  await second.context.setOffline(false)
  await expect(second.page.getByText(/zfw-duty .*已办，你的操作未生效/)).toBeVisible({ timeout: 20_000 })
  const [row] = await room.sql`select count(*)::int as accepted from event
    where name = 'alert.accepted' and data->'alert'->>'agency' = 'zfw'
    and incident_id = (select id from incident where place_code = '330482102')`
  expect(row?.accepted).toBe(1)
  for (const { context } of [first, second]) await context.close()
})

test('screen resumes after 30 s offline', async ({ browser, room }) => {
  const { page, context } = await room.open(browser, 'wall', '/wall')
  // The screen lives by a clock that can be pushed.
  await page.clock.install()
  await page.reload()
  await expect(page.locator('[data-surface="wall"]')).toHaveAttribute('data-link', 'live')
  // What the page fetches when first needed has come: an outage in its first second is another story.
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await expect(page.getByText(/断线/).first()).toBeVisible({ timeout: 15_000 })
  for (const [town, people] of [
    ['王店镇', 12],
    ['通元镇', 14],
    ['崇福镇', 16],
  ] as const) {
    await room.call(`来电反映${town}示例${town.slice(0, 2)}织造厂拖欠${people}名工人两个月工资`)
  }
  await page.clock.runFor(30_000)
  await expect(page.getByRole('img', { name: /王店|通元|崇福/ })).toHaveCount(0)
  await context.setOffline(false)
  for (const town of ['王店', '通元', '崇福']) {
    await expect(page.getByRole('img', { name: new RegExp(town) }).first()).toBeVisible({ timeout: 20_000 })
  }
  await expect(page.getByText(/断线/)).toHaveCount(0)
  await context.close()
})

test('un-acknowledged escalates, for the missing agency only', async ({ browser, room }) => {
  await room.call('来电反映海盐武原街道示例长风紧固件厂拖欠33名员工三个月工资，老板跑路')
  const desk = await room.open(browser, 'rsj', '/desk')
  await desk.page.getByText('武原街道').first().click()
  await desk.page.keyboard.press('a')
  await expect(desk.page.getByRole('row', { name: /人社局/ })).toContainText('已接收')
  await room.pushAlerts(24 * 3_600)
  const missing = desk.page.getByRole('row', { name: /政法委/ })
  await expect(missing).toHaveAttribute('data-state', 'overdue', { timeout: 10_000 })
  await expect(missing.getByRole('img', { name: /科室/ })).toBeVisible()
  const rungs = await room.sql`select agency, rung from alert where agency in ('zfw', 'rsj')
    and incident_id = (select id from incident where place_code = '330424001')`
  expect(Object.fromEntries(rungs.map(({ agency, rung }) => [agency, rung]))).toEqual({ zfw: 1, rsj: 0 })
  await desk.context.close()
})
