import { type Browser, chromium, type Page } from '@playwright/test'
import { signIn } from '../e2e/sign-in.ts'
import { type Stack, startStack } from '../e2e/stack.ts'

export type BenchRoom = Stack & {
  browser: Browser
  call: Awaited<ReturnType<Stack['addHotline']>>
  open(username: string, path: string): Promise<Page>
  close(): Promise<void>
}

/** The built programs on a database of their own, one hotline, one officer and one wall. */
export async function openBenchRoom(): Promise<BenchRoom> {
  const stack = await startStack()
  const accounts = [await stack.addUser('rsj-duty', 'duty', 'rsj'), await stack.addUser('wall-1', 'wall')]
  const call = await stack.addHotline('12345 热线')
  const sandboxed = process.getuid?.() !== 0
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: [...(sandboxed ? [] : ['--no-sandbox']), '--disable-gpu', '--disable-background-networking'],
  })
  return {
    ...stack,
    browser,
    call,
    async open(username, path) {
      const account = accounts.find((one) => one.username === username)
      if (!account) throw new Error(`no account ${username}`)
      const context = await browser.newContext({
        baseURL: stack.origin,
        viewport: { width: 1920, height: 1080 },
        locale: 'zh-CN',
      })
      const page = await context.newPage()
      await signIn(page, account)
      await page.goto(path)
      return page
    },
    async close() {
      await browser.close()
      await stack.stop()
    },
  }
}
