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
  /** A screen of a post that is made when first asked for, such as ['gaj-duty', 'duty', 'gaj']. */
  openAs(
    browser: Browser,
    post: Parameters<Stack['addUser']>,
    path: string,
  ): Promise<{ page: Page; context: BrowserContext }>
}

const wall = { width: 1920, height: 1080 }
const desk = { width: 1440, height: 900 }

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
      // Each account goes through the log-in page once; its later screens keep the session, as a browser does.
      const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()
      const screen = async (browser: Browser, account: Account, path: string, viewport = desk) => {
        const storageState = sessions.get(account.username)
        const context = await browser.newContext({ baseURL: stack.origin, viewport, storageState })
        const page = await context.newPage()
        if (!storageState) {
          await signIn(page, account)
          sessions.set(account.username, await context.storageState())
        }
        await page.goto(path)
        return { page, context }
      }
      const open: Room['open'] = (browser, who, path) =>
        screen(browser, accounts[who], path, who === 'wall' ? wall : desk)
      const made = new Map<string, Account>()
      const openAs: Room['openAs'] = async (browser, post, path) => {
        const account = made.get(post[0]) ?? (await stack.addUser(...post))
        made.set(post[0], account)
        return screen(browser, account, path)
      }
      await use({ ...stack, accounts, call, open, openAs })
      await stack.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})
