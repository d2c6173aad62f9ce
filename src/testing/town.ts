import { randomUUID } from 'node:crypto'
import { and, eq, gt, min } from 'drizzle-orm'
import type { TimelineEntry } from '#contracts/views.ts'
import type { ContactRung } from '#domain/contact/contact-rung.ts'
import type { AddressedChannel, ChannelKind } from '#domain/paging/channel-kind.ts'
import { gatewayReach } from '#platform/gateway-reach.ts'
import { insertChannel } from '#store/channels.ts'
import { insertContact, savePushSubscription } from '#store/contacts.ts'
import { message, page } from '#store/tables/page.ts'
import { insertUser } from '#store/users.ts'
import { openNotifier } from '#use-cases/notifier.ts'
import { readIncident } from '#use-cases/read-incident.ts'
import { type FakeGateways, type Heard, startFakeGateways } from './fake-gateways.ts'
import { openScenario } from './scenario.ts'

export type Town = Awaited<ReturnType<typeof openTown>>
/** zfw-duty, rsj-office, group_leader */
export type PhoneName = string

type Equipment = {
  agencies?: string[]
  rungs?: ContactRung[]
  /** What every post of the book can be reached by. */
  channels?: (AddressedChannel | 'web_push')[]
  /** Called before anything reads the environment, for tests that go through the doors of the web process. */
  opened?: (databaseUrl: string) => void
}

/** Milliseconds a hanging gateway is waited for; ten seconds would be a slow test. */
const patienceMs = 400

/**
 * A command room whose posts have telephones: contacts on every rung of three agencies, every gateway as a fake
 * that speaks its protocol over real HTTP and SMTP, and the notifier between them.
 */
export async function openTown(startsAt?: string, equipment: Equipment = {}) {
  const scenario = await openScenario(startsAt)
  equipment.opened?.(scenario.url)
  const { db, contextOf } = scenario
  const gateways = await startFakeGateways({ now: () => scenario.clock.now().getTime() })
  const reach = gatewayReach({ ALLOW_PRIVATE_GATEWAYS: '127.0.0.1', REALM: 'real' }, patienceMs)
  const notify = () => openNotifier(() => contextOf(), reach)
  let notifier = notify()
  const book = await fillBook(scenario, gateways, equipment)

  /** Until nothing more is due at this moment of the clock. */
  const settle = async () => {
    for (let before = ''; ; ) {
      await notifier.round()
      await notifier.idle()
      const after = await stateOf(db)
      if (after === before) return
      before = after
    }
  }
  scenario.beside.push({ nextDue: () => nextCallDue(db, scenario.clock.now()), sweep: settle })

  return {
    ...scenario,
    gateways,
    book,
    settle,
    clock: {
      ...scenario.clock,
      async forward(duration: string) {
        await settle()
        await scenario.clock.forward(duration)
        await settle()
      },
    },
    phone: (name: PhoneName) => phoneOf(book, gateways, settle, name),
    /** Hands over what is due and dies before it hears the answers; another process goes on. */
    async killMidSend() {
      const doomed = openNotifier(() => contextOf(), {
        ...reach,
        post: async (address, request) => {
          await reach.post(address, request)
          return new Promise(() => undefined)
        },
      })
      const before = gateways.heard.length
      await doomed.round()
      for (let tries = 0; gateways.heard.length === before; tries += 1) {
        if (tries > 400) throw new Error('nothing was handed over')
        await new Promise((again) => setTimeout(again, 10))
      }
      notifier = notify()
    },
    async timeline(incidentId: string): Promise<TimelineEntry[]> {
      const office = scenario.officer('rsj', 'office')
      const read = await readIncident(contextOf(office), { incidentId })
      if (!read.ok) throw new Error(`the incident was refused: ${read.refusal.code}`)
      return read.value.timeline
    },
    async close() {
      await notifier.idle()
      await gateways.close()
      await scenario.drop()
    },
  }
}

type Scenario = Awaited<ReturnType<typeof openScenario>>
type Post = { contactId: string; userId: string | null; numbers: Partial<Record<ChannelKind, string>> }

const everyRung: ContactRung[] = ['duty', 'substitute', 'section_head', 'deputy', 'leader']

async function fillBook(
  { db, clock, contextOf }: Scenario,
  gateways: FakeGateways,
  { agencies = ['zfw', 'xcb', 'rsj'], rungs = everyRung, channels = ['sms', 'voice', 'email'] }: Equipment,
): Promise<Map<PhoneName, Post>> {
  const createdAt = clock.now()
  for (const kind of channels) {
    await insertChannel(db, {
      id: randomUUID(),
      kind,
      name: kind,
      settings: gateways.settingsOf(kind),
      createdAt,
    })
  }
  const book = new Map<PhoneName, Post>()
  let line = 19_900_000_001
  const add = async (name: PhoneName, agency: string | null, rung: ContactRung) => {
    const contactId = randomUUID()
    const userId =
      rung === 'duty' || rung === 'office' ? await addAccount(contextOf().db, name, agency, createdAt) : null
    const number = String(line++)
    const numbers: Partial<Record<AddressedChannel, string>> = {}
    for (const kind of channels) {
      if (kind !== 'web_push') numbers[kind] = kind === 'email' ? `${name}@anxin.invalid` : number
    }
    await insertContact(db, {
      id: contactId,
      agency,
      rung,
      post: name,
      userId,
      addresses: numbers,
      createdAt,
    })
    const browser = channels.includes('web_push') && userId ? gateways.push.subscribe() : null
    if (browser && userId) await savePushSubscription(db, { ...browser, userId, createdAt })
    const endpoint = browser ? new URL(browser.endpoint).pathname : undefined
    book.set(name, { contactId, userId, numbers: { ...numbers, web_push: endpoint } })
  }
  for (const agency of agencies) for (const rung of rungs) await add(`${agency}-${rung}`, agency, rung)
  await add('rsj-office', 'rsj', 'office')
  await add('group_leader', null, 'group_leader')
  return book
}

async function addAccount(
  db: Scenario['db'],
  username: string,
  agency: string | null,
  now: Date,
): Promise<string> {
  const id = randomUUID()
  const account = { id, username, post: username, role: 'duty' as const, agency, territory: null }
  await db.transaction((tx) =>
    insertUser(tx, { ...account, passwordHash: null, mustChangePassword: false }, now),
  )
  return id
}

function phoneOf(
  book: Map<PhoneName, Post>,
  gateways: FakeGateways,
  settle: () => Promise<void>,
  name: PhoneName,
) {
  const post = book.get(name)
  if (!post) throw new Error(`nobody is called ${name} in the book`)
  const calls = (by?: ChannelKind): Heard[] =>
    gateways.heard.filter(({ channel, to }) => to === post.numbers[channel] && (!by || channel === by))
  return {
    contactId: post.contactId,
    number: post.numbers.sms ?? '',
    calls,
    /** Waits until what was due was handed over, and gives the call that says so. */
    async heard(words: RegExp, by?: ChannelKind): Promise<Heard> {
      await settle()
      const found = calls(by).find(({ text }) => words.test(text))
      if (!found) {
        const said = calls(by).map(({ channel, text }) => `${channel}: ${text}`)
        throw new Error(`${name} has not heard ${words}; heard was ${said.join(' | ') || 'nothing'}`)
      }
      return found
    },
    async isQuiet(): Promise<boolean> {
      await settle()
      return calls().length === 0
    },
  }
}

async function nextCallDue(db: Scenario['db'], now: Date): Promise<Date | null> {
  const [[pages], [messages]] = await Promise.all([
    db
      .select({ at: min(page.nextTryAt) })
      .from(page)
      .where(and(eq(page.state, 'open'), gt(page.nextTryAt, now))),
    db
      .select({ at: min(message.nextTryAt) })
      .from(message)
      .where(and(eq(message.state, 'waiting'), gt(message.nextTryAt, now))),
  ])
  const dues = [pages?.at, messages?.at].flatMap((at) => (at ? [at.getTime()] : []))
  return dues.length > 0 ? new Date(Math.min(...dues)) : null
}

async function stateOf(db: Scenario['db']): Promise<string> {
  const rows = await db
    .select({ id: message.id, state: message.state, attempts: message.attempts })
    .from(message)
  const pages = await db.select({ id: page.id, state: page.state, step: page.step }).from(page)
  return JSON.stringify([rows, pages])
}
