import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { type Stack, startStack } from './stack.ts'

let stack: Stack
test.beforeAll(async () => {
  stack = await startStack({ realm: 'drill' })
})
test.afterAll(() => stack.stop())

test('drill never leaks', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: stack.origin, viewport: { width: 1920, height: 1080 } })
  const page = await context.newPage()
  await page.goto('/login')
  await page.getByRole('button', { name: /大屏/ }).click()
  await page.waitForURL(/\/wall/)
  await expect(page.getByText('非真实事件')).toBeVisible()
  await expect(page.getByRole('img', { name: /Ⅰ|Ⅱ|Ⅲ|Ⅳ|关注/ }).first()).toBeVisible({ timeout: 60_000 })
  const [drill] = await stack.sql`select count(*)::int as incidents from incident`
  expect(drill?.incidents).toBeGreaterThan(0)
  const real = postgres(stack.env.DATABASE_URL, { max: 1 })
  for (const table of ['post', 'seen_post', 'incident', 'alert', 'source', 'hotline_key']) {
    const [row] = await real`select count(*)::int as rows from ${real(table)}`
    expect(row?.rows, table).toBe(0)
  }
  const drillUsers = await real`select username from "user" where username <> 'admin'`
  expect(drillUsers).toEqual([])
  await real.end()
  await context.close()
})

test('a real room offers no one-click roles and takes no drill session', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${stack.origin}/login`)
  await page.getByRole('button', { name: /宣传部值班员/ }).click()
  await page.waitForURL(/\/desk/)
  const real = await startStack({ realm: 'real' })
  await page.goto(`${real.origin}/desk`)
  await expect(page).toHaveURL(/\/login/)
  await expect(page.getByRole('button', { name: /宣传部值班员/ })).toHaveCount(0)
  await real.stop()
  await context.close()
})
