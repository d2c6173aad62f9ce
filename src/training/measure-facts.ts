import { readPost } from '#domain/post/read-post.ts'
import type { ReadingTables } from '#domain/post/reading-tables.ts'

/** What a labeller found stated in a message; missing is “not stated” only where `fieldsRead` is full. */
export type StatedMessage = {
  title: string | null
  text: string
  fieldsRead?: string
  employer?: string
  workersN?: number
  amountYuan?: number
  monthsN?: number
}

export type FactFigures = {
  fact: string
  scope: string
  stated: number
  right: number
  emitted: number
  /** Read although the labeller found nothing stated. */
  unstated: number
}

const facts = ['amount', 'headcount', 'months', 'employer'] as const
type Fact = (typeof facts)[number]

/** Exact for numbers (lower bounds), overlap for employers; `full` alone also measures what was made up. */
export function measureFacts(messages: readonly StatedMessage[], tables: ReadingTables): FactFigures[] {
  const compared = messages.map((message) => ({
    scope: message.fieldsRead ?? 'none',
    pairs: compare(message, tables),
  }))
  return ['full', 'window', 'none'].flatMap((scope) =>
    facts.map((fact) => {
      const pairs = compared.filter((one) => one.scope === scope).map((one) => one.pairs[fact])
      return {
        fact,
        scope,
        stated: pairs.filter(({ stated }) => stated).length,
        right: pairs.filter(({ stated, right }) => stated && right).length,
        emitted: pairs.filter(({ read }) => read).length,
        unstated: pairs.filter(({ stated, read }) => read && !stated).length,
      }
    }),
  )
}

type Compared = { stated: boolean; read: boolean; right: boolean }

function compare(message: StatedMessage, tables: ReadingTables): Record<Fact, Compared> {
  const { title, text, amountYuan, workersN, monthsN, employer } = message
  const raw = { externalId: '', title: title ?? '', text, url: null, publishedAt: null }
  const read = readPost(raw, tables).facts
  return {
    amount: sameNumber(amountYuan, read.amountYuan?.min),
    headcount: sameNumber(workersN, read.workers?.min),
    months: sameNumber(monthsN, read.months?.min),
    employer: {
      stated: employer !== undefined,
      read: read.employer !== null,
      right: employer !== undefined && read.employer !== null && overlap(employer, read.employer.name),
    },
  }
}

function sameNumber(stated: number | undefined, read: number | undefined): Compared {
  return { stated: stated !== undefined, read: read !== undefined, right: stated === read }
}

/** One name inside the other, blanks and masking stars apart. */
function overlap(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => name.replace(/[\s*＊]/gu, '')) as [string, string]
  return a.includes(b) || b.includes(a)
}
