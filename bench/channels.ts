import { randomUUID } from 'node:crypto'
import { gatewayReach } from '#platform/gateway-reach.ts'
import { insertContact } from '#store/contacts.ts'
import { follow, lastEventId } from '#store/event-log.ts'
import { channel } from '#store/tables/channel.ts'
import { openTown, type Town } from '#testing/town.ts'
import { openNotifier } from '#use-cases/notifier.ts'
import { takeInPosts } from '#use-cases/take-in-posts.ts'
import { oneAtATime } from '../workers/one-at-a-time.ts'
import { type Figure, share } from './table.ts'

const alerts = 60
const officers = 100
const stormPosts = 5_000
const places = ['濮院', '许村', '乍浦', '魏塘', '武原', '王店', '洲泉', '崇福', '斜桥', '新仓']
/** Sixty employers whose names share no letter pair. */
const firstLetters = [...'福恒嘉永瑞锦宏德长金']
const secondLetters = [...'顺沅泰丰昌绣']
const trades = ['毛衫', '制衣', '电子', '家具', '皮革', '箱包']

/** From the commit of an alert to the gateway that has its message, one officer, a hundred, and a storm. */
export async function channelParts(): Promise<Figure[]> {
  return [await firstMessage(), await fanOut(), await storm()]
}

/** The notifier as its process runs it: woken by the log, no polling needed. */
async function startNotifier(town: Town) {
  const notifier = openNotifier(
    () => town.contextOf(),
    gatewayReach({ ALLOW_PRIVATE_GATEWAYS: '127.0.0.1', REALM: 'real' }),
  )
  const round = oneAtATime(() => notifier.round())
  const wake = () => void round().catch((error: unknown) => process.stderr.write(`${error}\n`))
  const timer = setInterval(wake, 500)
  const follower = await follow(town.db, await lastEventId(town.db), wake, wake)
  return {
    async stop() {
      clearInterval(timer)
      await follower.close()
      await notifier.idle()
    },
  }
}

async function openFastTown(): Promise<Town> {
  const town = await openTown(undefined, { channels: ['sms'] })
  const settings = { ...town.gateways.settingsOf('sms'), perMinute: 100_000 }
  await town.db.update(channel).set({ settings })
  return town
}

async function firstMessage(): Promise<Figure> {
  const town = await openFastTown()
  const running = await startNotifier(town)
  try {
    const forum = await town.feed('论坛')
    const waits: number[] = []
    for (let at = 0; at < alerts; at += 1) {
      const turn = Math.floor(at / places.length)
      const place = places[at % places.length]
      const name = `${firstLetters[at % 10]}${secondLetters[turn]}${trades[(at + turn) % trades.length]}`
      await forum.isSent(`${place}${name}厂拖欠${20 + 7 * at}个工人三个月工资，有人爬上楼顶说要跳楼讨薪`)
      const before = town.gateways.heard.length
      await town.correlate()
      const raised = Date.now()
      // Two tellings that were taken for one event raise nothing.
      if ((await town.board()).incidents.length === waits.length) throw new Error(`no alert ${at}`)
      await until(() => town.gateways.heard.length > before)
      waits.push(Math.max(0, (town.gateways.heard[before]?.at ?? raised) - raised))
    }
    return {
      what: 'alert committed → first message at the gateway, p99',
      value: share(waits, 0.99),
      unit: 'ms',
      limit: 2_000,
      note: `${alerts} alerts one after the other, median ${share(waits, 0.5)} ms, p95 ${share(waits, 0.95)} ms, over real HTTP`,
    }
  } finally {
    await running.stop()
    await town.close()
  }
}

async function fanOut(): Promise<Figure> {
  const town = await openFastTown()
  const running = await startNotifier(town)
  try {
    for (let at = 0; at < officers; at += 1) {
      await insertContact(town.db, {
        ...{ id: randomUUID(), agency: 'xcb', rung: 'substitute' as const, post: `officer-${at}` },
        addresses: { sms: `1990001${String(at).padStart(4, '0')}` },
        createdAt: town.clock.now(),
      })
    }
    const forum = await town.feed('论坛')
    await forum.isSent('濮院示例恒沅毛衫厂拖欠38个工人三个月工资，有人爬上楼顶说要跳楼讨薪')
    await town.correlate()
    const raised = Date.now()
    const reached = () => town.gateways.heard.filter(({ to }) => to.startsWith('1990001')).length
    await until(() => reached() >= officers)
    return {
      what: `one alert to ${officers} officers by SMS`,
      value: (Date.now() - raised) / 1_000,
      unit: 's',
      limit: 5,
      note: 'gateway without a limit, twenty messages under way at once',
    }
  } finally {
    await running.stop()
    await town.close()
  }
}

async function storm(): Promise<Figure> {
  const town = await openFastTown()
  const running = await startNotifier(town)
  try {
    const platforms = await Promise.all(['论坛', '微博', '短视频', '贴吧'].map((name) => town.feed(name)))
    for (let part = 0; part < 10; part += 1) {
      const source = { id: platforms[part % platforms.length]?.id ?? '', channel: 'online' as const }
      const batch = Array.from({ length: stormPosts / 10 }, (_, at) => ({
        externalId: randomUUID(),
        title: '',
        text: `濮院示例恒沅毛衫厂拖欠38个工人两个月工资，有人要跳楼，求助编号${part * 1_000 + at}`,
        url: null,
        publishedAt: null,
      }))
      await town.db.transaction((tx) => takeInPosts(town.contextOf(), tx, source, batch))
      await town.correlate()
    }
    await town.settle()
    const calls = new Map<string, number>()
    for (const { to } of town.gateways.heard) calls.set(to, (calls.get(to) ?? 0) + 1)
    const { incidents } = await town.board()
    return {
      what: `${stormPosts} posts about one event: pages per person and rung, most`,
      value: Math.max(...calls.values()),
      unit: 'page',
      limit: 1,
      note: `${calls.size} people called about ${incidents.length} incident of ${incidents[0]?.postCount} posts`,
    }
  } finally {
    await running.stop()
    await town.close()
  }
}

async function until(reached: () => boolean, withinMs = 30_000): Promise<void> {
  const end = Date.now() + withinMs
  while (!reached()) {
    if (Date.now() > end) throw new Error('the gateway heard nothing')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
