import { expect, test } from './room.ts'
import { signIn } from './sign-in.ts'

test.use({ story: 'a source falls silent' })

test('the office tries a source, sees it fall silent, and looks where nobody is heard', async ({
  browser,
  room,
}) => {
  const account = await room.addUser('office-duty', 'office', 'rsj')
  await room.addFeed('乡镇论坛')
  room.feeds.publish('乡镇论坛', '晚上去散步的人真多', '南湖边的桂花开了')
  room.feeds.publish('乡镇论坛', '桐乡濮院示例丰禾毛衫厂拖欠38名工人三个月工资，老板电话19900000000', '求助')
  const context = await browser.newContext({ baseURL: room.origin, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await signIn(page, account)

  await page.goto('/sources')
  const row = page.getByRole('row', { name: /乡镇论坛/ })
  await expect(row.getByText('在线')).toBeVisible()
  await row.getByRole('button', { name: '试读' }).click()
  await expect(page.getByText(/试读“乡镇论坛”：2 条，1 条会标为涉薪/)).toBeVisible()
  await expect(page.getByText(/示例丰禾毛衫厂拖欠38名工人/)).toBeVisible()
  await expect(page.getByText('19900000000')).toHaveCount(0)
  await page.getByRole('button', { name: '收起' }).click()

  await row.getByRole('button', { name: '停用' }).click()
  await expect(row.getByText('已停', { exact: true })).toBeVisible()
  await row.getByRole('button', { name: '启用' }).click()
  await expect(row.getByText('在线')).toBeVisible()

  // A forum of three posts an hour, day and night, of which nothing came for twelve hours.
  await room.sql`insert into source_rhythm (source_id, posts, hours, learnt_until)
    select id, array_fill(3::float8, array[168]), array_fill(1::float8, array[168]), date_trunc('hour', now())
    from source where name = '乡镇论坛'`
  await room.sql`update source set last_heard_at = now() - interval '12 hours' where name = '乡镇论坛'`
  await expect(row.getByText('静默')).toBeVisible({ timeout: 40_000 })
  await expect(row.getByText(/末次来件在12 小时前，照常应已有约 36 条/)).toBeVisible()
  const wall = await room.open(browser, 'wall', '/wall')
  await expect(wall.page.getByText('静默 12 小时')).toBeVisible()

  room.feeds.publish('乡镇论坛', '今天天气不错')
  await expect(row.getByText('在线')).toBeVisible({ timeout: 40_000 })

  await page.getByRole('link', { name: '覆盖' }).click()
  const tongxiang = page.getByRole('listitem').filter({ hasText: '桐乡市' })
  await expect(tongxiang.getByText('有来件')).toBeVisible()
  await expect(tongxiang.getByText(/从未提到的镇街：.*乌镇镇/)).toBeVisible()
  await context.close()
  await wall.context.close()
})
