import type { Page } from '@playwright/test'

export type Account = { username: string; password: string }

/** Through the log-in page, as a person would. */
export async function signIn(page: Page, { username, password }: Account): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/login'))
}
