import type { Page } from '@playwright/test'
import { expect, test } from './room.ts'

const dialog = (page: Page) => page.getByRole('dialog')

test('a grade is lowered with a reason, an officer states a fact, another agency is told', async ({
  browser,
  room,
}) => {
  await room.call('来电反映海盐县百步镇示例恒丰电子厂拖欠三十五名工人两个月工资')
  const { page } = await room.open(browser, 'rsj', '/desk')
  await page.getByText('百步镇').first().click()
  await expect(page.getByText('分送依据')).toBeVisible()
  await expect(page.getByText('加强对工业园区、产业集聚区内企业拖欠工资问题的检查')).toBeVisible()

  await page.keyboard.press('g')
  await dialog(page).getByText('关注', { exact: true }).click()
  await dialog(page).getByLabel('理由').fill('到场核实，在册 4 人')
  await dialog(page).getByRole('button', { name: /^定为/ }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByText('到场核实，在册 4 人').first()).toBeVisible()
  await expect(page.getByText('已由人认定').first()).toBeVisible()

  await page.getByRole('button', { name: '录入情况' }).click()
  await dialog(page).getByLabel('情况', { exact: true }).selectOption('provincePetition')
  await dialog(page).getByRole('button', { name: '录入', exact: true }).click()
  await expect(page.getByText('情况加重，已按新建议执行，待确认').first()).toBeVisible()

  await page.getByRole('button', { name: '加送单位' }).click()
  await dialog(page).getByLabel('单位').selectOption('zjfy')
  await dialog(page).getByLabel('理由').fill('已申请支付令')
  await dialog(page).getByRole('button', { name: '加送', exact: true }).click()
  await expect(page.getByRole('row', { name: /中院/ })).toBeVisible()
  await page.context().close()
})

test('danger to life says whom to call first, until the scene is calm', async ({ browser, room }) => {
  await room.call('来电反映平湖市新埭镇示例华庭花苑工地有人爬上塔吊，说老板欠工资')
  const { page } = await room.open(browser, 'zfw', '/desk')
  await page.getByText('新埭镇').first().click()
  const alarm = page.locator('[data-life-alarm]')
  await expect(alarm).toContainText('先打')
  for (const number of ['110', '119', '120']) await expect(alarm).toContainText(number)
  await expect(page.getByRole('row', { name: /公安局/ })).toContainText('未接收')
  await alarm.getByRole('button', { name: '现场已平稳' }).click()
  await dialog(page).getByRole('button', { name: '解除警报' }).click()
  await expect(alarm).toHaveCount(0)
  await page.context().close()
})

test('the office edits limits and routes, tries them first, and goes back', async ({ browser, room }) => {
  const { page } = await room.openAs(browser, ['office-1', 'office', 'rsj'], '/admin/grades')
  await page.getByLabel('被欠人数，达到').first().fill('250')
  await page.getByRole('button', { name: '试算' }).click()
  await expect(page.getByText(/算了 \d+ 起/)).toBeVisible()
  await page.getByLabel('为什么改').fill('从严')
  await page.getByRole('button', { name: '保存并启用' }).click()
  await expect(page.getByText('在用：第 1 版').first()).toBeVisible()
  await page.getByRole('button', { name: '退回这版' }).last().click()
  await expect(page.getByText('在用：第 2 版').first()).toBeVisible()
  await expect(page.getByLabel('被欠人数，达到').first()).toHaveValue('300')

  await page.getByRole('link', { name: '分送', exact: true }).click()
  await page.getByLabel('试一条').fill('桐乡濮院镇示例毛衫厂老板没有营业执照，欠我们十二个人三个月工资')
  await expect(page.getByText(/此事件会转给 6 方/)).toBeVisible()
  await expect(page.getByText('依法查处无照经营行为和非法经营行为，优化市场环境').last()).toBeVisible()
  await page.context().close()
})
