import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type Account, signIn } from './sign-in.ts'
import { type Stack, startStack } from './stack.ts'

export { expect }

/** A running command room with officers of the three first-line agencies and a wall, shared by the tests of one file. */
export type Room = Stack & {
  accounts: Record<'zfw' | 'zfwDeputy' | 'xcb' | 'rsj' | 'wall', Account>
  call: Awaited<ReturnType<Stack['addHotline']>>
  /** A screen of its own, signed in. */
  open(
    browser: Browser,
    who: keyof Room['accounts'],
    path: string,
  ): Promise<{ page: Page; context: BrowserContext }>
}

export const test = base.extend<object, { room: Room; story: string }>({
  // A file that needs a wall nobody else has written on names its story, and gets a room of its own.
  story: ['shared', { option: true, scope: 'worker' }],
  room: [
    async ({ story: _ }, use) => {
      const stack = await startStack()
      const accounts = {
        zfw: await stack.addUser('zfw-duty', 'duty', 'zfw'),
        zfwDeputy: await stack.addUser('zfw-deputy', 'duty', 'zfw'),
        xcb: await stack.addUser('xcb-duty', 'duty', 'xcb'),
        rsj: await stack.addUser('rsj-duty', 'duty', 'rsj'),
        wall: await stack.addUser('wall-1', 'wall'),
      }
      const call = await stack.addHotline('12345 热线')
      const open: Room['open'] = async (browser, who, path) => {
        const context = await browser.newContext({
          baseURL: stack.origin,
          viewport: who === 'wall' ? { width: 1920, height: 1080 } : { width: 1440, height: 900 },
        })
        const page = await context.newPage()
        await signIn(page, accounts[who])
        await page.goto(path)
        return { page, context }
      }
      await use({ ...stack, accounts, call, open })
      await stack.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})
