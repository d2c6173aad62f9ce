import { lettersBetween, sentenceAround, type WordHit } from '#domain/flagging/find-words.ts'
import { type Folded, spanOf } from '#domain/flagging/fold.ts'
import type { CollectiveMention, Range } from '#domain/post/post.ts'
import { peopleCounted } from './headcount.ts'
import type { NumberWord } from './numbers.ts'

/** Collective action by its kinds, each with how many take part where the same sentence says so. */
export function readCollective(
  folded: Folded,
  hits: readonly WordHit[],
  numbers: readonly NumberWord[],
): CollectiveMention[] {
  const counted = hits.length > 0 ? peopleCounted(folded.text, numbers) : []
  const byKind = new Map<string, CollectiveMention>()
  for (const hit of hits) {
    const sentence = sentenceAround(folded.text, hit)
    const kind = isAnnounced(folded.text.slice(sentence.start, hit.start))
      ? 'planned'
      : (hit.kind as CollectiveMention['kind'])
    const people = kind === 'planned' ? null : takingPart(folded.text, hit, sentence, counted)
    const known = byKind.get(kind)
    if (!known) {
      byKind.set(kind, { kind, ...(people && { people }), ...spanOf(folded, hit.start, hit.end) })
    } else if (people && people.min > (known.people?.min ?? 0)) {
      byKind.set(kind, { ...known, people })
    }
  }
  return [...byKind.values()]
}

/** 明天一起去…, 准备去…: said before the deed, so that nobody has gathered yet. */
function isAnnounced(before: string): boolean {
  return /(?:明[天日早]|后天|下周|下个?(?:星期|礼拜)|准备|打算|计划|商量|约好|约定|号召|扬言|要去|想去|就去|将要?去|再不[^,。]{1,10}就)[^。]{0,20}$/u.test(
    before,
  )
}

/** The count nearest to the deed in its sentence, unless it counts those who are owed. */
function takingPart(
  text: string,
  hit: WordHit,
  sentence: { start: number; end: number },
  counted: readonly (Range & { start: number; end: number })[],
): Range | null {
  const near = counted
    .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    .filter(({ start }) => !/(?:欠|克扣|拖延)[^,。]{0,6}$/u.test(text.slice(Math.max(0, start - 8), start)))
    .sort((one, other) => lettersBetween(one, hit) - lettersBetween(other, hit))[0]
  return near ? { min: near.min, max: near.max } : null
}
