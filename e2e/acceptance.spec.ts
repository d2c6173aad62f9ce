import type { Page } from '@playwright/test'
import { expect, test } from './room.ts'

// What nobody has accepted here would take the wall of others.
test.use({ story: 'acceptance' })

test('the matrix names who is missing, in light, with its next rung', async ({ browser, room }) => {
  await room.call('来电反映桐乡濮院镇示例云锦毛衫厂拖欠37名工人两个月工资，老板失联')
  for (const who of ['zfw', 'rsj'] as const) {
    const { page, context } = await room.open(browser, who, '/desk')
    await page.getByText('濮院镇').first().click()
    await page.keyboard.press('a')
    const mine = page.getByRole('row', { name: who === 'zfw' ? /政法委/ : /人社局/ })
    await expect(mine).toHaveAttribute('data-state', 'accepted')
    await context.close()
  }
  const { page, context } = await room.open(browser, 'rsj', '/desk')
  await page.getByText('濮院镇').first().click()
  const rowOf = (name: RegExp) => page.getByRole('row', { name })
  await expect(rowOf(/宣传部/)).toHaveAttribute('data-state', 'unaccepted')
  await expect(rowOf(/宣传部/)).toContainText('到时升至科室负责人')
  await expect(rowOf(/政法委/)).toContainText(/前/)
  const light = (row: ReturnType<typeof rowOf>) =>
    row.evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(await light(rowOf(/宣传部/))).not.toBe(await light(rowOf(/政法委/)))
  // Called before its time, by hand: asked once, done at the second press.
  await rowOf(/宣传部/)
    .getByRole('button', { name: /呼叫/ })
    .click()
  await rowOf(/宣传部/)
    .getByRole('button', { name: /呼叫/ })
    .click()
  await expect(rowOf(/宣传部/).getByRole('img', { name: /科室/ })).toBeVisible()
  const rungs = await room.sql`select agency, rung from alert where agency in ('zfw', 'xcb', 'rsj')
    and incident_id = (select id from incident where place_code = '330483101')`
  expect(Object.fromEntries(rungs.map(({ agency, rung }) => [agency, rung]))).toEqual({
    zfw: 0,
    xcb: 1,
    rsj: 0,
  })
  await context.close()
})

test('an acceptance without progress lapses, and the same rung is called again', async ({
  browser,
  room,
}) => {
  await room.call('来电反映嘉善魏塘街道示例启明五金厂拖欠29名员工三个月工资，老板跑路')
  const { page, context } = await room.open(browser, 'xcb', '/desk')
  await page.getByText('魏塘街道').first().click()
  await page.keyboard.press('a')
  const mine = page.getByRole('row', { name: /宣传部/ })
  await expect(mine).toHaveAttribute('data-state', 'accepted')
  const at = `incident_id = (select id from incident where place_code = '330421001')`
  const push = (left: string) =>
    room.sql.unsafe(`update alert set lease_from_at = lease_from_at - interval '3 hours',
      lease_ends_at = now() + interval '${left}' where agency = 'xcb' and ${at}`)
  // The screen shows a press before the server has written it.
  await expect
    .poll(
      async () => (await room.sql.unsafe(`select state from alert where agency = 'xcb' and ${at}`))[0]?.state,
    )
    .toBe('accepted')
  await push('-1 second')
  await expect(mine).toHaveAttribute('data-state', 'lapsed', { timeout: 10_000 })
  await expect(mine).toContainText('已失效')
  await expect(mine).toContainText('到时未见进展')
  const rows = await room.sql.unsafe(`select rung, state, lapse->>'why' as why from alert
    where agency = 'xcb' and ${at}`)
  expect(rows[0]).toEqual({ rung: 0, state: 'unaccepted', why: 'silence' })
  await page.keyboard.press('a')
  await expect(mine).toHaveAttribute('data-state', 'accepted')
  await context.close()
})

test('progress, giving back and a colleague who was faster', async ({ browser, room }) => {
  await room.call('来电反映海宁硖石街道示例和丰皮件厂拖欠24名员工工资')
  const first = await room.open(browser, 'zfw', '/desk')
  const second = await room.open(browser, 'zfwDeputy', '/desk')
  for (const { page } of [first, second]) await page.getByText('硖石街道').first().click()
  await first.page.keyboard.press('a')
  const mine = (page: typeof first.page) => page.getByRole('row', { name: /政法委/ })
  await expect(mine(second.page)).toHaveAttribute('data-state', 'accepted')
  await second.page.keyboard.press('p')
  await second.page.getByLabel(/做了什么/).fill('已与属地通话，研判中')
  await second.page.getByRole('button', { name: '确认' }).click()
  await expect(second.page.getByText('报进展：已与属地通话，研判中')).toBeVisible()
  // Both open the same form on what they see; one is first.
  for (const { page } of [first, second]) {
    await page.keyboard.press('r')
    await page.getByLabel(/为什么退回/).fill('由属地政法委先办')
  }
  await first.page.getByRole('button', { name: '确认' }).click()
  await expect(mine(first.page)).toHaveAttribute('data-state', 'lapsed')
  await second.page.getByRole('button', { name: '确认' }).click()
  await expect(second.page.getByText(/zfw-duty .*已先处理，你的操作未生效/)).toBeVisible()
  for (const { context } of [first, second]) await context.close()
})

test('on a phone the promise stands above the button, and a colleague takes over', async ({
  browser,
  room,
}) => {
  await room.call('来电反映平湖钟埭街道示例联达箱包厂拖欠31名员工两个月工资')
  const giver = await room.open(browser, 'zfw', '/desk')
  await giver.page.setViewportSize({ width: 390, height: 844 })
  const dialog = giver.page.getByRole('alertdialog')
  const place = dialog.getByRole('heading', { name: /钟埭街道/ })
  await expect(dialog).toBeVisible()
  for (let tries = 0; tries < 12 && !(await place.isVisible()); tries += 1) {
    await giver.page.getByRole('button', { name: '接收', exact: true }).click()
    await giver.page.getByRole('button', { name: /下一起|返回列表/ }).click()
  }
  await expect(place).toBeVisible()
  await expect(dialog.getByText(/接收后，.*前研判/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: '改时间' })).toBeVisible()
  await dialog.getByRole('button', { name: '接收', exact: true }).click()
  await dialog.getByRole('button', { name: '看详情' }).click()
  await giver.page.getByRole('button', { name: '交接' }).click()
  const [colleague] = await room.sql`select id from "user" where username = 'zfw-deputy'`
  await giver.page.getByLabel('交接给谁').selectOption(String(colleague?.id))
  await giver.page.getByRole('button', { name: '确认' }).click()
  await expect(giver.page.getByText(/待.*接手/)).toBeVisible()
  const taker = await room.open(browser, 'zfwDeputy', '/desk')
  await taker.page.getByText('钟埭街道').first().click()
  await taker.page.getByRole('button', { name: '接手', exact: true }).click()
  await expect(taker.page.getByRole('button', { name: /^交接/ })).toBeVisible()
  const holder = () => room.sql`select accepted_by->>'post' as post from alert
    where agency = 'zfw' and incident_id = (select id from incident where headline like '%联达箱包%')`
  await expect.poll(async () => (await holder())[0]?.post).toBe('zfw-deputy')
  await handsOverTheShift(taker.page, giver.page)
  await expect.poll(async () => (await holder())[0]?.post).toBe('zfw-duty')
  for (const { context } of [giver, taker]) await context.close()
})

/** 交接班: the leaving officer writes, the coming one reads the sheet and signs. */
async function handsOverTheShift(leaving: Page, coming: Page) {
  await leaving.goto('/handover')
  await leaving.getByLabel('接班人').selectOption({ label: 'zfw-duty' })
  await leaving.getByLabel(/交班说明/).fill('钟埭街道箱包厂一起，等属地清点人数')
  await leaving.getByRole('button', { name: '交班' }).click()
  await expect(leaving.getByText('已交班，等zfw-duty签字')).toBeVisible()
  await coming.goto('/handover')
  await expect(coming.getByText('等属地清点人数')).toBeVisible()
  await expect(coming.getByText(/联达箱包/)).toBeVisible()
  await coming.getByRole('button', { name: '接班签字' }).click()
  await expect(coming.getByText('zfw-deputy 交 zfw-duty 接')).toBeVisible()
}
