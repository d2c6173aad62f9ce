import type { Page } from '@playwright/test'
import { expect, test } from './room.ts'

const dialog = (page: Page) => page.getByRole('dialog')
/** The first year of which nobody knows the notice yet. */
const unknownYear = 2027

test('a clock is paused with reason and name, seen paused by others, and runs on', async ({
  browser,
  room,
}) => {
  await room.addFeed('时限论坛')
  room.feeds.publish('时限论坛', '海盐百步镇示例百步紧固件厂欠薪三个月，26个工人')
  const leader = await room.openAs(browser, ['rsj-leader', 'leader', 'rsj'], '/desk')
  const duty = await room.open(browser, 'xcb', '/desk')
  for (const { page } of [leader, duty]) await page.getByText('百步镇').first().click({ timeout: 30_000 })

  await leader.page.getByRole('button', { name: '付清或签订计划：暂停计时' }).click()
  await dialog(leader.page).getByLabel('理由').fill('仲裁已受理，等待开庭')
  await dialog(leader.page).getByLabel('批准人姓名').fill('诸葛样本')
  await dialog(leader.page).getByRole('button', { name: '暂停计时' }).click()
  await expect(dialog(leader.page)).toHaveCount(0)

  await expect(duty.page.getByText('暂停：仲裁已受理，等待开庭')).toBeVisible()
  await expect(duty.page.getByText('付清或签订计划暂停计时。理由：仲裁已受理，等待开庭')).toBeVisible()
  await expect(duty.page.getByText('诸葛样本')).toHaveCount(0)

  await leader.page.getByRole('button', { name: '付清或签订计划：查看暂停' }).click()
  await expect(dialog(leader.page).getByText('诸葛样本')).toBeVisible()
  await dialog(leader.page).getByRole('button', { name: '恢复计时' }).click()
  await expect(dialog(leader.page)).toHaveCount(0)
  await expect(duty.page.getByText('暂停：仲裁已受理，等待开庭')).toHaveCount(0)
  await expect(duty.page.getByText(/^巡检 \d+ 秒前$/)).toBeVisible()
})

test('a year without notice says so, until the office pastes the notice', async ({ browser, room }) => {
  const { page } = await room.openAs(
    browser,
    ['rsj-office', 'office', 'rsj'],
    `/admin/calendar?year=${unknownYear}`,
  )
  await expect(page.getByText(`${unknownYear} 年放假安排尚未公布`)).toBeVisible()
  await page.getByRole('button', { name: `录入 ${unknownYear} 年放假通知` }).click()
  const text = dialog(page).getByLabel('通知原文')
  await text.fill('一、元旦：1月1日至3日放假。')
  await dialog(page).getByRole('button', { name: /^保存/ }).click()
  await expect(dialog(page).getByText('通知里没有法定节假日 2027-02-05')).toBeVisible()
  await text.fill(
    `一、元旦：1月1日至3日放假。二、春节：2月5日至11日放假调休。1月30日（周六）、2月14日（周日）上班。
    三、清明节：4月3日至5日放假。四、劳动节：5月1日至5日放假调休。5月8日（周六）上班。五、端午节：6月9日放假。
    六、中秋节：9月15日放假。七、国庆节：10月1日至7日放假调休。10月9日（周六）上班。`,
  )
  await dialog(page).getByRole('button', { name: '保存：休 27 天，班 4 天' }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByText(`${unknownYear} 年放假安排尚未公布`)).toHaveCount(0)
  await expect(page.getByText('人社局 20', { exact: false }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: '2027-01-30 上班' })).toBeVisible()
})
