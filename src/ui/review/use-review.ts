'use client'

import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { judgePost, readReviewQueue, undoJudgement } from '#actions/review.ts'
import type { LoggedEvent } from '#contracts/events.ts'
import type { ReviewQueue } from '#contracts/review.ts'
import { type Refusal, refusal } from '#domain/result.ts'
import type { Verdict } from '#domain/review/verdict.ts'
import { useLog } from '#ui/live/use-log.ts'
import { useNow } from '#ui/time/use-now.ts'
import { currentItem, openingState, reviewAfter } from './review-state.ts'

/** Fewer on the screen than this asks for more, long before the last is reached. */
const enoughAhead = 10
const lookEveryMs = 10_000

/** The queue of one reviewer: what is pressed shows at once and is sent behind it. */
export function useReview(initial: ReviewQueue) {
  const [state, tell] = useReducer(reviewAfter, initial, openingState)
  const [read, setRead] = useState({ at: initial.at, limits: initial.limits, failed: false })
  const now = useNow(read.at)
  const current = useRef(state)
  current.current = state
  const sending = useRef(new Map<string, Promise<boolean>>())

  const look = useCallback(async () => {
    const { items, putOff } = current.current
    const without = [...items.map(({ postId }) => postId), ...putOff].slice(-500)
    const answer = await readReviewQueue({ without }).catch(() => null)
    if (!answer?.ok) return setRead((before) => ({ ...before, failed: true }))
    setRead({ at: answer.value.at, limits: answer.value.limits, failed: false })
    tell({ type: 'loaded', queue: answer.value })
  }, [])
  useEffect(() => {
    const timer = setInterval(() => void look(), lookEveryMs)
    return () => clearInterval(timer)
  }, [look])
  const ahead = state.items.length
  const more = ahead < enoughAhead && state.waiting > ahead + state.putOff.length
  useEffect(() => {
    if (more) void look()
  }, [more, look])

  const isMine = useCallback((postId: string) => sending.current.has(postId), [])
  useHeard(initial.lastEventId, isMine, tell, look)

  const judge = (verdict: Verdict) => {
    const item = currentItem(current.current)
    if (!item) return
    const { postId } = item
    if (current.current.taken[postId]) return tell({ type: 'skipped', postId })
    tell({ type: 'judged', postId, verdict })
    sending.current.set(postId, send(postId, verdict, tell))
  }
  const undo = async () => {
    const { last } = current.current
    if (!last || last.refused) return
    const { postId } = last.item
    // Pressed before the judgement has arrived: it is taken back as soon as it has.
    if (!(await sending.current.get(postId))) return
    const answer = await undoJudgement({ postId }).catch(unreachable)
    if (answer.ok) tell({ type: 'undone', postId })
    else tell({ type: 'undo_refused', postId, refusal: answer.refusal })
  }
  return { state, now, readAt: read.at, failed: read.failed, limits: read.limits, judge, undo, tell, look }
}

export type Review = ReturnType<typeof useReview>
type Tell = React.ActionDispatch<[Parameters<typeof reviewAfter>[1]]>

async function send(postId: string, verdict: Verdict, tell: Tell): Promise<boolean> {
  const answer = await judgePost({ postId, verdict }).catch(unreachable)
  if (answer.ok) tell({ type: 'answered', judgement: answer.value })
  else tell({ type: 'refused', postId, refusal: answer.refusal })
  return answer.ok
}

function unreachable(): { ok: false; refusal: Refusal } {
  return refusal('unreachable')
}

/** Another reviewer's judgement leaves this screen too; one taken back returns with the next look. */
function useHeard(
  lastEventId: number,
  isMine: (postId: string) => boolean,
  tell: Tell,
  look: () => Promise<void>,
): void {
  const cursor = useRef(lastEventId)
  const onEvent = useCallback(
    (event: LoggedEvent) => {
      cursor.current = event.id
      if (event.name === 'post.judged' && !isMine(event.data.postId))
        tell({ type: 'taken', postId: event.data.postId, who: event.data.by.post, at: event.at })
      if (event.name === 'post.judgement_undone') void look()
    },
    [isMine, tell, look],
  )
  const quiet = useCallback(() => undefined, [])
  const onGap = useCallback(() => void look(), [look])
  useLog({ lastEventId: cursor.current, onBeat: quiet, onConnect: quiet, onEvent, onGap })
}
