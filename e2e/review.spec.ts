import { expect, test } from './room.ts'

test.describe.configure({ mode: 'serial' })

test('judged with keys, taken back, and a confirmed post stands on the wall', async ({ browser, room }) => {
  // The room is shared by every file; what others left in doubt is not this story's.
  await room.sql`delete from post where state in ('review', 'elsewhere')`
  await room.call('听说海盐沈荡镇有个工地欠了上百人几百万工资')
  await room.call('厂里停电停水三天了，老板说下周发钱')
  await room.call('压一个月工资是不是正常？新来的想问问')
  const { page, context } = await room.open(browser, 'rsj', '/review')
  const sentence = page.locator('[data-review-sentence]')
  await expect(sentence).toContainText('沈荡镇', { timeout: 20_000 })
  await expect(page.getByText('按 Y 之后')).toBeVisible()
  await expect(page.getByText(/送政法委、宣传部、人社局/)).toBeVisible()

  await page.keyboard.press('n')
  await expect(sentence).toContainText('停电停水三天')
  await page.keyboard.press('z')
  await expect(sentence).toContainText('沈荡镇')

  const wall = await room.open(browser, 'wall', '/wall')
  await page.keyboard.press('y')
  await expect(sentence).toContainText('停电停水三天')
  await page.keyboard.press('n')
  await expect(sentence).toContainText('压一个月')
  await page.keyboard.press(' ')
  await expect(page.getByText('没有待判的')).toBeVisible()

  await expect(wall.page.getByRole('img', { name: /沈荡/ })).toBeVisible({ timeout: 30_000 })
  await expect
    .poll(async () => (await room.sql`select 1 from post where body like '%停电停水%'`).length, {
      timeout: 20_000,
    })
    .toBe(0)
  const labels = await room.sql`select verdict, body from label order by judged_at`
  expect(labels.map(({ verdict }) => verdict)).toEqual(['claim', 'not_ours'])
  expect(labels[1]?.body).toBeNull()
  for (const one of [wall.context, context]) await one.close()
})

test('of two reviewers the second is told who was first', async ({ browser, room }) => {
  await room.call('听说平湖独山港镇有个厂欠了几十人工资')
  const first = await room.open(browser, 'zfw', '/review')
  const second = await room.open(browser, 'xcb', '/review')
  for (const { page } of [first, second])
    await expect(page.locator('[data-review-sentence]')).toContainText(/独山港|压一个月/)
  for (const { page } of [first, second]) {
    await page.getByRole('button', { name: /独山港/ }).click()
    await expect(page.locator('[data-review-sentence]')).toContainText('独山港')
  }
  await first.page.keyboard.press('2')
  await expect(second.page.getByText(/zfw-duty .*已判/)).toBeVisible()
  await second.page.keyboard.press('y')
  await expect(second.page.locator('[data-review-sentence]')).not.toContainText('独山港')
  const [row] = await room.sql`select count(*)::int as judged from event where name = 'post.judged'
    and data->>'verdict' in ('claim', 'hearsay') and (data->'by'->>'agency') in ('zfw', 'xcb')`
  expect(row?.judged).toBe(1)
  for (const { context } of [first, second]) await context.close()
})
