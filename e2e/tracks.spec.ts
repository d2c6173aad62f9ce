import type { Page } from '@playwright/test'
import { expect, test } from './room.ts'

// The shared room's address has signed in as often as one may in five minutes.
test.use({ story: 'two tracks' })

const dialog = (page: Page) => page.getByRole('dialog')
const reply = (page: Page, kind: string) => page.locator(`[data-reply="${kind}"]`)
const signature = (page: Page, what: 'facts' | 'release') =>
  dialog(page).locator(`[data-signature="${what}"]`)

async function opens(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click()
}
async function sends(page: Page, button: string): Promise<void> {
  await dialog(page).getByRole('button', { name: button, exact: true }).click()
}

test('two-track close is refused and then allowed; clarification with two signatures', async ({
  browser,
  room,
}) => {
  await room.addFeed('双线论坛')
  room.feeds.publish('双线论坛', '平湖独山港镇示例海岚箱包厂拖欠12名工人两个月工资，一共9万')
  const facts = await room.open(browser, 'rsj', '/desk')
  const release = await room.open(browser, 'xcb', '/desk')
  for (const { page } of [facts, release]) await page.getByText('独山港镇').first().click({ timeout: 30_000 })

  await opens(facts.page, '结案…')
  await dialog(facts.page).getByLabel('结案说明').fill('厂方称已全部结清')
  await sends(facts.page, '结案')
  await expect(dialog(facts.page).getByText('还不能结案')).toBeVisible()
  await expect(dialog(facts.page).locator('[data-closing="answered"]')).toHaveAttribute('data-met', 'false')
  await dialog(facts.page).getByRole('button', { name: '取消' }).click()

  await opens(release.page, '拟稿…')
  await dialog(release.page).getByLabel('哪一篇').selectOption('clarification')
  await sends(release.page, '生成草稿')
  await expect(dialog(release.page).getByText('尚无核实结论，不能答复')).toBeVisible()
  await dialog(release.page).getByRole('button', { name: '取消' }).click()

  await opens(facts.page, '核实…')
  await dialog(facts.page).getByText('不实', { exact: true }).click()
  await dialog(facts.page).getByLabel('核查经过').fill('11月23日到厂核对考勤、工资表，询问工人代表')
  await dialog(facts.page).getByLabel('事实').fill('工资已于 11 月 20 日发放')
  await dialog(facts.page).getByLabel('依据', { exact: true }).first().fill('银行代发回单')
  await sends(facts.page, '报出核实结论')
  await expect(dialog(facts.page).getByText('请至少写明一项依据')).toBeVisible()
  await dialog(facts.page).getByLabel('看到、查到、问到什么').fill('到厂查阅工资表与银行回单')
  await sends(facts.page, '报出核实结论')
  await expect(dialog(facts.page)).toHaveCount(0)

  await facts.page.keyboard.press('d')
  await facts.page.getByLabel('哪一步').selectOption('on_site')
  await facts.page.getByRole('button', { name: '确认已办' }).click()
  await expect(facts.page.locator('[data-closing="on_site"]')).toHaveAttribute('data-met', 'true')

  await opens(release.page, '拟稿…')
  await expect(dialog(release.page).getByLabel('哪一篇')).toHaveValue('clarification')
  await sends(release.page, '生成草稿')
  await expect(dialog(release.page).getByText('事实：工资已于 11 月 20 日发放')).toBeVisible()
  await expect(signature(release.page, 'release')).toContainText('待签')
  await sends(release.page, '署名并提请')
  await expect(dialog(release.page).getByText('请签署姓名')).toBeVisible()
  await dialog(release.page).getByLabel('签署姓名').fill('示例乙')
  await sends(release.page, '署名并提请')
  await expect(signature(release.page, 'release')).toContainText('示例乙')
  await expect(signature(release.page, 'facts')).toContainText('待签')

  await facts.page.locator('[data-release="public_reply"]').getByRole('button', { name: '看内容' }).click()
  await expect(dialog(facts.page).getByText('经核查，上述信息不实。')).toBeVisible()
  await dialog(facts.page).getByLabel('签署姓名').fill('示例甲')
  await sends(facts.page, '同意')
  await expect(signature(release.page, 'facts')).toContainText('示例甲')

  await opens(facts.page, '结案…')
  await dialog(facts.page).getByLabel('结案说明').fill('核查不实，已公开说明')
  await sends(facts.page, '结案')
  await expect(dialog(facts.page).getByText('还不能结案')).toBeVisible()

  await sends(release.page, '登记发布…')
  await dialog(release.page).getByLabel('发布在哪里').fill('嘉兴发布')
  await dialog(release.page).getByLabel('链接').fill('https://example.org/notice/1')
  await sends(release.page, '登记')
  await expect(reply(release.page, 'clarification')).toContainText('已发布')

  await expect(dialog(facts.page).locator('[data-closing="answered"]')).toHaveAttribute('data-met', 'true')
  await sends(facts.page, '结案')
  await expect(facts.page.locator('[data-closed]')).toContainText('已结案')
  const [closed] = await room.sql`select outcome, why from incident_closing`
  expect(closed).toEqual({ outcome: 'untrue', why: '核查不实，已公开说明' })
  for (const { context } of [facts, release]) await context.close()
})

test('two-person release: nobody approves their own', async ({ browser, room }) => {
  await room.call('来电反映海盐于城镇示例恒久标准件厂拖欠21名员工三个月工资')
  await room.call('来电反映海盐百步镇示例瑞丰集成灶厂拖欠27名员工两个月工资')
  const asker = await room.open(browser, 'rsj', '/desk')
  const second = await room.open(browser, 'zfw', '/desk')
  await asker.page.getByText('于城镇').first().click()
  await asker.page.keyboard.press('m')
  const row = asker.page.locator('[data-likely]').filter({ hasText: '百步镇' })
  await row.getByRole('button', { name: '提请并入' }).click()
  const own = asker.page.locator('[data-release="merge"]')
  await expect(own).toBeVisible()
  await expect(own.getByRole('button', { name: '同意' })).toHaveCount(0)
  await expect(asker.page.getByText('于城镇').first()).toBeVisible()

  const asked = second.page.locator('[data-release="merge"]')
  await expect(asked).toContainText('来帖来电 1 → 2 条')
  await asked.getByRole('button', { name: '同意' }).click()
  await expect(asked).toHaveCount(0)
  await expect(own).toContainText('已同意')
  const [merged] =
    await room.sql`select r.decided ->> 'post' as second, r.state, i.merged_into is not null as merged
    from release r join incident i on i.id = r.incident_id where r.kind = 'merge'`
  expect(merged).toEqual({ second: 'zfw-duty', state: 'approved', merged: true })
  for (const { context } of [asker, second]) await context.close()
})
