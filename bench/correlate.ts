import { NearDuplicates } from '#domain/incident/near-duplicate/clusters.ts'
import { type Figure, share } from './table.ts'

const texts = 50_000
const oneMore = 1_000
/** Pairwise comparison grows with the square; it is measured on so many and shown beside ours on the same. */
const peerTexts = 4_000

/** Grouping posts that tell the same story in nearly the same words, beside a comparison of every pair of titles. */
export function correlateParts(): Figure[] {
  const stories = Array.from({ length: texts + oneMore }, (_, at) => storyAt(at))
  const index = new NearDuplicates()
  const groups = new Set<number>()
  const begun = performance.now()
  for (const story of stories.slice(0, texts)) groups.add(index.add(story))
  const all = performance.now() - begun
  const each = stories.slice(texts).map((story) => timed(() => index.add(story)))
  const few = stories.slice(0, peerTexts)
  const ours = timed(() => {
    const small = new NearDuplicates()
    for (const story of few) small.add(story)
  })
  const peer = timed(() => pairwise(few))
  return [
    {
      what: `${texts} texts grouped by near words`,
      value: all / 1_000,
      unit: 's',
      limit: 4,
      note: `${groups.size} groups; ${peerTexts} texts: ours ${(ours / 1_000).toFixed(2)} s, every pair of titles ${(peer / 1_000).toFixed(1)} s (${Math.round(peer / ours)} ×)`,
    },
    {
      what: `one more text beside ${texts}, p99`,
      value: share(each, 0.99),
      unit: 'ms',
      limit: 2,
      note: `median ${share(each, 0.5).toFixed(3)} ms`,
    },
  ]
}

/** The naive peer: each title against the first of every group so far, by common letter pairs. */
function pairwise(titles: string[]): number {
  const heads: Set<string>[] = []
  for (const title of titles) {
    const own = pairsOf(title)
    if (!heads.some((head) => dice(head, own) >= 0.6)) heads.push(own)
  }
  return heads.length
}

function dice(a: Set<string>, b: Set<string>): number {
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  return (2 * common) / (a.size + b.size)
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2))
  return pairs
}

const towns = [
  '濮院',
  '王江泾',
  '许村',
  '新埭',
  '姚庄',
  '余新',
  '油车港',
  '崇福',
  '钟埭',
  '西塘桥',
  '大麻',
  '石门',
]
const trades = [
  '毛衫厂',
  '喷织厂',
  '箱包厂',
  '制衣厂',
  '家具厂',
  '五金厂',
  '安置房工地',
  '电子厂',
  '印染厂',
  '木工班组',
]
const leads = ['', '', '转发：', '求助！', '大家看看，', '老乡说，']

/** Every third text passes an earlier one on with another lead; invented, always the same for one number. */
function storyAt(at: number): string {
  const copied = at % 3 === 2 ? at - 2 - (scattered(at) % Math.max(1, Math.min(at - 2, 90))) : at
  const pick = <T>(from: readonly T[], salt: number) => from[scattered(copied * 31 + salt) % from.length] as T
  const words = Array.from({ length: 16 }, (_, word) =>
    wordOf(scattered(copied * 31 + word + 3) % 1_200),
  ).join('')
  const lead = leads[scattered(at) % leads.length]
  return `${lead}${pick(towns, 1)}${pick(trades, 2)}${words}，${(scattered(copied) % 90) + 3}个工人的工资一分没发`
}

/** Twelve hundred invented words of two letters. */
function wordOf(number: number): string {
  return String.fromCharCode(0x4e00 + number * 3, 0x5e00 + ((number * 7) % 1_500))
}

function scattered(from: number): number {
  let mixed = Math.imul(from ^ (from >>> 16), 0x45d9f3b)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function timed(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}
