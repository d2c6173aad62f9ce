import type { Page } from '@playwright/test'
import { expect, test } from './room.ts'

const dialog = (page: Page) => page.getByRole('dialog')
const press = (page: Page, button: string) =>
  dialog(page).getByRole('button', { name: button, exact: true }).click()
const writes = (page: Page, words: string) => dialog(page).locator('textarea').fill(words)

test('a task: assigned, signed, reported, returned, reported again, checked', async ({ browser, room }) => {
  await room.call('来电反映桐乡洲泉镇示例拓达化纤厂拖欠45名工人三个月工资，老板失联')
  const bureau = await room.open(browser, 'rsj', '/desk')
  await bureau.page.getByText('洲泉镇').first().click()
  await expect(bureau.page.getByRole('button', { name: /^交办任务/ })).toBeVisible()
  await bureau.page.keyboard.press('t')
  await dialog(bureau.page).getByRole('button', { name: '交办 到场清点人数' }).click()
  const line = bureau.page.locator('[data-task="count_workers"]')
  await expect(line).toHaveAttribute('data-state', 'assigned')
  await press(bureau.page, '关闭')

  const town = await room.openAs(browser, ['tongxiang-duty', 'duty', 't330483'], '/tasks')
  const mine = town.page.getByRole('button', { name: /到场清点人数/ })
  await mine.click()
  await expect(dialog(town.page).getByText('要立即组织调查处理')).toBeVisible()
  await press(town.page, '签收')
  await expect(line).toHaveAttribute('data-state', 'in_hand')

  const reports = async (words: string) => {
    await mine.click()
    await press(town.page, '反馈')
    await writes(town.page, words)
    await press(town.page, '反馈')
    await expect(line).toHaveAttribute('data-state', 'reported')
  }
  await reports('到场 45 人，联系人：诸葛样本，电话 199 0000 0000')
  await line.click()
  await expect(dialog(bureau.page).getByText(/到场 45 人/)).toBeVisible()
  await expect(dialog(bureau.page)).not.toContainText('诸葛样本')
  await press(bureau.page, '退回')
  await writes(bureau.page, '未报欠薪总额')
  await press(bureau.page, '退回')
  await expect(line).toHaveAttribute('data-state', 'in_hand')

  await expect(mine).toBeVisible({ timeout: 15_000 })
  await reports('45 人，共 81 万元')
  await line.click()
  await press(bureau.page, '审核通过')
  await expect(line).toHaveAttribute('data-state', 'done')
  await expect(bureau.page.getByText('1/1', { exact: true })).toBeVisible()

  const [task] = await room.sql`select id, returns, feedback from task where kind = 'count_workers'`
  expect(task).toMatchObject({ returns: 1, feedback: '45 人，共 81 万元' })
  await town.page.goto(`/tasks/${task?.id}/print`)
  await expect(town.page.getByText(/交办〔\d{4}〕\d+号/)).toBeVisible()
  await expect(town.page.getByText('签收人')).toBeVisible()
  for (const { context } of [bureau, town]) await context.close()
})

test('a supervised case: proposed by itself, opened, replied to, checked, struck off by two', async ({
  browser,
  room,
}) => {
  await room.call('来电反映海盐百步镇示例百越服饰厂拖欠120名工人四个月工资，共计260万元')
  const office = await room.openAs(browser, ['office-1', 'office', 'rsj'], '/desk')
  await office.page.getByText('百步镇').first().click()
  const paper = office.page.getByRole('button', { name: '督办单' })
  await expect(office.page.getByText('拟督办')).toBeVisible()
  await paper.click()
  await press(office.page, '挂牌督办')
  await writes(office.page, '查清人数金额，三日内付清')
  await press(office.page, '挂牌督办')
  await expect(office.page.getByText(/督办〔\d{4}〕\d+号 海盐县/)).toBeVisible()

  const unit = await room.openAs(browser, ['haiyan-duty', 'duty', 't330424'], '/supervision')
  await unit.page.getByRole('button', { name: /督办〔/ }).click()
  await press(unit.page, '回复')
  await writes(unit.page, '工资 260 万元已全部发放，回单已交')
  await press(unit.page, '回复')
  await expect(office.page.getByText('待核查')).toBeVisible()

  await paper.click()
  await press(office.page, '核查通过')
  await press(office.page, '销号')
  await writes(office.page, '工资付清，凭证齐全')
  await press(office.page, '销号')
  const asked = office.page.locator('[data-release="supervision_closed"]')
  await expect(asked).toBeVisible()
  await expect(asked.getByRole('button', { name: '同意', exact: true })).toHaveCount(0)
  const [own] = await room.sql`select state from supervision where count is not null`
  expect(own?.state).toBe('passed')

  const leader = await room.openAs(browser, ['zfw-leader', 'leader', 'zfw'], '/desk')
  const card = leader.page.locator('[data-release="supervision_closed"]')
  await expect(card).toContainText('工资 260 万元已全部发放')
  await card.getByRole('button', { name: '同意', exact: true }).click()
  await expect(office.page.getByText('已销号').first()).toBeVisible()
  const closed = () => room.sql`select closed_by->>'agency' as first, closed_with->>'agency' as second,
    state from supervision where count is not null`
  await expect
    .poll(async () => ({ ...(await closed())[0] }))
    .toEqual({ first: 'rsj', second: 'zfw', state: 'closed' })
  for (const { context } of [office, unit, leader]) await context.close()
})
