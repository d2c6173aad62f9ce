import type { WordHit, WordHits } from '#domain/flagging/find-words.ts'
import { type Folded, spanOf } from '#domain/flagging/fold.ts'
import type { DangerMention, FlightMention, PostFacts, Span } from '#domain/post/post.ts'
import { readAmount } from './amount.ts'
import { readMonths } from './duration.ts'
import { readEmployer } from './employer.ts'
import { readCollective } from './gathering.ts'
import { readHeadcount } from './headcount.ts'
import { findNumbers, type NumberWord } from './numbers.ts'
import { readProject } from './project.ts'

/**
 * Everything that can be read from the words of a message, except where it happened. In a message without a word of
 * wages, work or unrest no employer, sum or number of people is looked for: it would be somebody else's.
 */
export function readFacts(folded: Folded, hits: WordHits): Omit<PostFacts, 'places' | 'outOfArea'> {
  const numbers = mayConcernWages(hits) ? findNumbers(folded.text) : []
  return {
    ...(mayConcernWages(hits) ? readWageFacts(folded, hits, numbers) : noWageFacts),
    danger: firstOfEachKind<DangerMention>(folded, hits.danger),
    collective: readCollective(folded, hits.collective, numbers),
    flight: firstOfEachKind<FlightMention>(folded, hits.collapse),
  }
}

type WageFacts = Pick<PostFacts, 'employer' | 'project' | 'workers' | 'amountYuan' | 'months'>

const noWageFacts: WageFacts = {
  employer: null,
  project: null,
  workers: null,
  amountYuan: null,
  months: null,
}

function readWageFacts(folded: Folded, hits: WordHits, numbers: readonly NumberWord[]): WageFacts {
  const workers = readHeadcount(folded, numbers)
  const owed = hits.owing.length + hits.arrears.length + hits.money.length > 0
  return {
    employer: readEmployer(folded, owed),
    project: readProject(folded),
    workers,
    amountYuan: readAmount(folded, numbers, workers),
    months: readMonths(folded, numbers),
  }
}

function mayConcernWages(hits: WordHits): boolean {
  return speakOfWork.some((group) => hits[group].length > 0)
}

const speakOfWork = [
  'arrears',
  'wage',
  'money',
  'pay',
  'owing',
  'worker',
  'labour',
  'danger',
  'collective',
  'collapse',
  'hint',
] as const

/** The kinds are those of the word list, which a test checks against the types. */
function firstOfEachKind<Mention extends Span & { kind: string }>(
  folded: Folded,
  hits: readonly WordHit[],
): Mention[] {
  const seen = new Map<string, Mention>()
  for (const hit of hits) {
    const kind = hit.kind as Mention['kind']
    if (!seen.has(kind)) seen.set(kind, { kind, ...spanOf(folded, hit.start, hit.end) } as Mention)
  }
  return [...seen.values()]
}
