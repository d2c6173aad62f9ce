import { createServer, type Server } from 'node:http'

/** Of a hundred posts about as many speak of unpaid wages as an evening's feeds were seen to hold. */
const arrearsEvery = 40

const towns = [
  '濮院',
  '洪合',
  '姚庄',
  '许村',
  '新埭',
  '王江泾',
  '余新',
  '崇福',
  '新丰',
  '油车港',
  '钟埭',
  '武原',
]
const trades = ['针织', '箱包', '木业', '五金', '印染', '纸箱', '皮革', '电子', '家具', '服饰']
const names = ['甲子', '乙丑', '丙寅', '丁卯', '戊辰', '己巳', '庚午', '辛未', '壬申', '癸酉']
const hours = ['早上', '中午', '傍晚', '昨晚', '今天', '上周', '周末', '刚才']

/** Sentences of an ordinary day; some share a word with wage claims, as real ones do. */
const ordinary: ((at: number) => string)[] = [
  (at) =>
    `${of(hours, at)}路过${of(towns, at)}老街，桂花开得正好，拍了${(at % 9) + 2}张照片，拿铁比省城便宜一半。`,
  (at) =>
    `${of(towns, at)}${of(trades, at)}厂招缝纫工${(at % 20) + 3}名，月薪${(at % 4) + 5}千到九千，包吃住，每月十五号发工资，有意到厂门口保安室登记。`,
  (at) =>
    `请问${of(towns, at)}到高铁站的公交几点末班？${of(hours, at)}等了${(at % 30) + 10}分钟都没来，最后打车花了46块。`,
  (at) =>
    `转让一台用了${(at % 5) + 1}年的电动三轮，电瓶新换的，${of(towns, at)}自提，标价${1_200 + (at % 700)}元，可小刀，不包邮。`,
  (at) =>
    `医保卡在${of(hours, at)}丢了，补办要去哪个窗口？听说办事大厅中午也有人，材料带身份证就行，等了第${at % 90}号。`,
  (at) =>
    `小区业主群又吵起来了，物业费拖了半年没人交，电梯还停了${(at % 6) + 1}天，${of(towns, at)}的朋友说他们那边也差不多。`,
  (at) =>
    `市里发布通告：${of(towns, at)}段道路施工，${of(hours, at)}起封闭${(at % 20) + 5}天，请过往车辆绕行，给您带来不便敬请谅解。`,
  (at) =>
    `朋友借了我${(at % 8) + 1}千块钱说下个月还，到现在都不提，我也不好意思催，${of(hours, at)}见面只说了天气，大家碰到过吗？`,
  (at) =>
    `${of(towns, at)}足球场约球，${of(hours, at)}七点半，缺${(at % 5) + 1}人，AA场地费，新手也欢迎，雨天顺延。`,
  (at) =>
    `孩子幼儿园的手工作业做到十点，用了${(at % 40) + 5}个纸盘，明天还要带树叶标本，${of(towns, at)}公园里银杏黄了没有？`,
]

/** One event is told several times, each time a little differently. */
const arrears: ((event: number, at: number) => string)[] = [
  (event) =>
    `${where(event)}${firm(event)}拖欠${headcount(event)}名工人${months(event)}个月工资，老板电话打不通，求帮忙。`,
  (event, at) =>
    `求助！我们在${where(event)}${firm(event)}干活，工资${months(event)}个月没发了，一共${headcount(event)}个人，${of(hours, at)}去找人都不在。`,
  (event, at) =>
    `${of(hours, at)}听工友说${where(event)}的${firm(event)}又不发工资，欠薪${months(event)}个月，${headcount(event)}个人在厂门口讨薪。`,
]

const of = (list: readonly string[], at: number) => list[at % list.length] as string
const where = (event: number) => of(towns, event)
const firm = (event: number) => `${of(names, event >> 2)}${of(trades, event)}有限公司`
const headcount = (event: number) => 6 + (event % 30)
const months = (event: number) => 2 + (event % 4)

/** What feed number `feed` holds: the same at every run, told apart by its numbers. */
export function postsOf(feed: number, count: number): { title: string; text: string }[] {
  return Array.from({ length: count }, (_, at) => {
    const number = feed * count + at
    if (at % arrearsEvery === 7) {
      const event = Math.floor(number / arrearsEvery / 3)
      return {
        title: '',
        text: (arrears[number % arrears.length] as (typeof arrears)[number])(event, number),
      }
    }
    const tell = ordinary[number % ordinary.length] as (typeof ordinary)[number]
    return { title: `${of(towns, number)}随手记 ${number}`, text: tell(number) }
  })
}

export function rssOf(feed: number, count: number, now: Date): string {
  return rss(feed, postsOf(feed, count), now)
}

function rss(feed: number, posts: { title: string; text: string }[], now: Date): string {
  const items = posts.map(
    ({ title, text }, at) =>
      `<item><guid isPermaLink="false">${feed}-${at}</guid><title>${title}</title><link>http://forum.example/t/${feed}-${at}</link><description><![CDATA[<p>${text}</p>]]></description><pubDate>${new Date(now.getTime() - at * 1_000).toUTCString()}</pubDate></item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>论坛${feed}</title><link>http://forum.example/${feed}</link><description>d</description>${items.join('')}</channel></rss>`
}

/** A feed of nothing but claims, each event told many times: what an evening on which a big firm closes looks like. */
export function stormRssOf(feed: number, count: number, now: Date): string {
  const told = Array.from({ length: count }, (_, at) => {
    const number = feed * count + at
    const tell = arrears[number % arrears.length] as (typeof arrears)[number]
    return { title: '', text: tell(number % stormEvents, number) }
  })
  return rss(feed, told, now)
}

const stormEvents = 60

/** Each feed on a loopback address of its own, as twenty servers would be; politeness is per host. */
export async function serveFeeds(documents: string[], asked: () => void) {
  const servers: Server[] = []
  const urls: string[] = []
  for (const [at, document] of documents.entries()) {
    const body = Buffer.from(document)
    const host = `127.0.1.${at + 1}`
    const server = createServer((_request, response) => {
      asked()
      response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', etag: `"${at}"` })
      response.end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, host, resolve))
    const { port } = server.address() as { port: number }
    servers.push(server)
    urls.push(`http://${host}:${port}/feed`)
  }
  return {
    urls,
    close: () => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))),
  }
}
