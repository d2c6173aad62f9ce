import type { Page } from '@playwright/test'
import { expect, test } from './room.ts'

const dialog = (page: Page) => page.getByRole('dialog')

/** Presses a button of the panel, fills its form and sends it. */
async function fills(page: Page, button: string, lines: Record<string, string>): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click()
  for (const [label, value] of Object.entries(lines)) await dialog(page).getByLabel(label).fill(value)
  await dialog(page).getByRole('button', { name: button, exact: true }).click()
}

test('transfer to the police, with a copy to the procuratorate', async ({ browser, room }) => {
  await room.call('来电反映秀洲区王江泾镇示例澜溪针织厂拖欠38名工人三个月工资共65万元，责令后仍不支付')
  const duty = await room.open(browser, 'rsj', '/desk')
  await duty.page.getByText('王江泾镇').first().click()

  await duty.page.getByRole('button', { name: '核定欠薪' }).click()
  await dialog(duty.page).getByLabel('金额（元）').fill('650000')
  await dialog(duty.page).getByLabel('人数').fill('38')
  await dialog(duty.page).getByLabel('依据').fill('核实笔录 12 号')
  await dialog(duty.page).getByRole('button', { name: '记账' }).click()
  await expect(duty.page.getByText('尚欠')).toBeVisible()

  await duty.page.getByRole('button', { name: '移送公安' }).click()
  await dialog(duty.page).getByLabel('单人最长（月）').fill('3')
  await dialog(duty.page).getByLabel('单人最多（元）').fill('20000')
  await dialog(duty.page).getByRole('button', { name: '核对' }).click()
  await fills(duty.page, '送达责令支付书', { 责令支付文书号: '责令〔2026〕9号', 支付期满日: '2099-01-01' })
  await expect(duty.page.getByText('责令支付中')).toBeVisible()

  const leader = await room.openAs(browser, ['rsj-leader', 'leader', 'rsj'], '/desk')
  await leader.page.getByText('王江泾镇').first().click()
  await fills(leader.page, '决定移送', { 理由: '期满未付' })
  await expect(dialog(leader.page).getByText('才期满')).toBeVisible()
  await room.sql`update police_transfer set order_served_on = '2026-01-05', pay_by = '2026-01-12'`
  await dialog(leader.page).getByRole('button', { name: '决定移送' }).click()
  await expect(leader.page.getByText('已决定移送')).toBeVisible()

  await fills(duty.page, '移送并抄送', {
    移送函文号: '移送〔2026〕3号',
    证据清单: '责令书送达回证\n工资表（隐去姓名）',
  })
  await expect(dialog(duty.page).getByText('没有抄送检察院文号，不能移送')).toBeVisible()
  await dialog(duty.page).getByLabel('抄送检察院文号').fill('抄送〔2026〕3号')
  await dialog(duty.page).getByRole('button', { name: '移送并抄送' }).click()
  await expect(duty.page.getByText('抄送〔2026〕3号')).toBeVisible()

  const police = await room.openAs(browser, ['gaj-duty', 'duty', 'gaj'], '/desk')
  await police.page.getByText('王江泾镇').first().click()
  await fills(police.page, '立案', { 答复内容: '已受理立案' })
  await expect(duty.page.getByText('已立案').first()).toBeVisible()
  for (const { context } of [duty, leader, police]) await context.close()
})
