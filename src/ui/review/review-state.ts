import type { JudgementView, ReviewItem, ReviewQueue } from '#contracts/review.ts'
import type { Refusal } from '#domain/result.ts'
import type { Verdict } from '#domain/review/verdict.ts'

/** The judgement made last on this screen, which Z takes back. */
export type LastJudgement = {
  item: ReviewItem
  verdict: Verdict
  /** Null until the server has answered. */
  undoUntil: string | null
  refused: Refusal | null
}

export type ReviewState = {
  items: ReviewItem[]
  selected: string | null
  /** Left to the next shift; this screen does not ask for them again. */
  putOff: string[]
  /** Judged on this screen; a reading that left before the judgement arrived may still bring them. */
  judged: string[]
  /** Judged elsewhere while it was being read here. */
  taken: Record<string, { who: string; at: string }>
  last: LastJudgement | null
  waiting: number
  judgedToday: number
}

export type ReviewAction =
  | { type: 'loaded'; queue: ReviewQueue }
  | { type: 'judged'; postId: string; verdict: Verdict }
  | { type: 'answered'; judgement: JudgementView }
  | { type: 'refused'; postId: string; refusal: Refusal }
  | { type: 'undone'; postId: string }
  | { type: 'undo_refused'; postId: string; refusal: Refusal }
  | { type: 'taken'; postId: string; who: string; at: string }
  | { type: 'skipped'; postId: string }
  | { type: 'moved'; by: 1 | -1 }
  | { type: 'selected'; postId: string }
  | { type: 'put_off_returned' }

/** Far more than can be judged while one reading is on its way. */
const judgedRemembered = 200

export function openingState({ items, waiting, judgedToday }: ReviewQueue): ReviewState {
  return { items, selected: null, putOff: [], judged: [], taken: {}, last: null, waiting, judgedToday }
}

/** The post under the reviewer's eyes: the chosen one, else the oldest. */
export function currentItem({ items, selected }: ReviewState): ReviewItem | null {
  return items.find(({ postId }) => postId === selected) ?? items[0] ?? null
}

/** What is shown below the present one, and comes next. */
export function nextItem(state: ReviewState): ReviewItem | null {
  const at = state.items.indexOf(currentItem(state) as ReviewItem)
  return state.items[at + 1] ?? state.items.find((_, other) => other !== at) ?? null
}

/** The screen after one more thing happened; what the reviewer reads never changes but by his own hand. */
export function reviewAfter(state: ReviewState, action: ReviewAction): ReviewState {
  switch (action.type) {
    case 'loaded':
      return withQueue(state, action.queue)
    case 'judged':
      return withJudged(state, action.postId, action.verdict)
    case 'answered':
      return withLast(state, action.judgement.postId, { undoUntil: action.judgement.undoUntil })
    case 'refused':
      return withRefused(state, action.postId, action.refusal)
    case 'undo_refused':
      return withLast(state, action.postId, { refused: action.refusal, undoUntil: null })
    case 'undone':
      return withUndone(state, action.postId)
    case 'taken':
      return withTaken(state, action)
    case 'skipped':
      return { ...without(state, action.postId), putOff: [...state.putOff, action.postId] }
    case 'moved':
      return { ...state, selected: neighbour(state, action.by) }
    case 'selected':
      return { ...state, selected: action.postId }
    case 'put_off_returned':
      return { ...state, putOff: [] }
  }
}

function withQueue(state: ReviewState, { items, waiting, judgedToday }: ReviewQueue): ReviewState {
  const known = new Set([...state.items.map(({ postId }) => postId), ...state.putOff, ...state.judged])
  const fresh = items.filter(({ postId }) => !known.has(postId))
  return { ...state, items: [...state.items, ...fresh], waiting, judgedToday }
}

function withJudged(state: ReviewState, postId: string, verdict: Verdict): ReviewState {
  const item = state.items.find((one) => one.postId === postId)
  if (!item) return state
  const { waiting, judgedToday } = state
  const last = { item, verdict, undoUntil: null, refused: null }
  return {
    ...without(state, postId),
    last,
    judged: [...state.judged, postId].slice(-judgedRemembered),
    waiting: Math.max(0, waiting - 1),
    judgedToday: judgedToday + 1,
  }
}

/** What another has judged, or what is gone, does not come back; of all else nothing was recorded. */
function withRefused(state: ReviewState, postId: string, refusal: Refusal): ReviewState {
  const { last } = state
  const judgedToday = Math.max(0, state.judgedToday - 1)
  const refused = withLast({ ...state, judgedToday }, postId, { refused: refusal })
  if (refusal.code === 'already_judged' || refusal.code === 'no_such_post') return refused
  return last?.item.postId === postId ? comeBack(refused, last.item) : refused
}

function withUndone(state: ReviewState, postId: string): ReviewState {
  const { last } = state
  if (last?.item.postId !== postId) return state
  const judgedToday = Math.max(0, state.judgedToday - 1)
  return { ...comeBack({ ...state, judgedToday }, last.item), last: null }
}

function comeBack(state: ReviewState, item: ReviewItem): ReviewState {
  const others = state.items.filter(({ postId }) => postId !== item.postId)
  const judged = state.judged.filter((postId) => postId !== item.postId)
  return { ...state, items: [item, ...others], judged, selected: item.postId, waiting: state.waiting + 1 }
}

/** What is being read stays under the reviewer's eyes, and says who was faster. */
function withTaken(
  state: ReviewState,
  { postId, who, at }: { postId: string; who: string; at: string },
): ReviewState {
  if (!state.items.some((one) => one.postId === postId)) return state
  const waiting = Math.max(0, state.waiting - 1)
  if (currentItem(state)?.postId === postId) {
    return { ...state, waiting, selected: postId, taken: { ...state.taken, [postId]: { who, at } } }
  }
  return { ...without(state, postId), waiting }
}

function withLast(state: ReviewState, postId: string, change: Partial<LastJudgement>): ReviewState {
  if (state.last?.item.postId !== postId) return state
  return { ...state, last: { ...state.last, ...change } }
}

function without(state: ReviewState, postId: string): ReviewState {
  const at = state.items.findIndex((one) => one.postId === postId)
  const items = state.items.filter((one) => one.postId !== postId)
  const selected = state.selected === postId ? (items[at]?.postId ?? null) : state.selected
  return { ...state, items, selected }
}

function neighbour(state: ReviewState, by: 1 | -1): string | null {
  const at = state.items.indexOf(currentItem(state) as ReviewItem)
  return state.items[Math.min(Math.max(at + by, 0), state.items.length - 1)]?.postId ?? null
}
