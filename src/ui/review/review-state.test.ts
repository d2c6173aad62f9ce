import { describe, expect, it } from 'vitest'
import type { ReviewItem, ReviewQueue } from '#contracts/review.ts'
import { currentItem, nextItem, openingState, type ReviewAction, reviewAfter } from './review-state.ts'

const item = (postId: string) => ({ postId, body: postId }) as ReviewItem
const queue = (ids: string[], waiting = ids.length, judgedToday = 0) =>
  ({ items: ids.map(item), waiting, judgedToday }) as ReviewQueue
const played = (ids: string[], ...actions: ReviewAction[]) =>
  actions.reduce(reviewAfter, openingState(queue(ids)))
const shown = (state: ReturnType<typeof played>) => [
  currentItem(state)?.postId ?? null,
  nextItem(state)?.postId ?? null,
  state.waiting,
]

describe('judging by hand', () => {
  it.each<[string, ReviewAction[], (string | number | null)[]]>([
    ['opens on the oldest', [], ['a', 'b', 3]],
    [
      'goes on at once, without waiting for the answer',
      [{ type: 'judged', postId: 'a', verdict: 'claim' }],
      ['b', 'c', 2],
    ],
    ['skips without judging', [{ type: 'skipped', postId: 'a' }], ['b', 'c', 3]],
    ['moves down', [{ type: 'moved', by: 1 }], ['b', 'c', 3]],
    ['does not move above the first', [{ type: 'moved', by: -1 }], ['a', 'b', 3]],
    [
      'goes on with the one below when one in the middle is judged',
      [
        { type: 'selected', postId: 'b' },
        { type: 'judged', postId: 'b', verdict: 'not_ours' },
      ],
      ['c', 'a', 2],
    ],
    [
      'brings back what is taken back',
      [
        { type: 'judged', postId: 'a', verdict: 'claim' },
        { type: 'undone', postId: 'a' },
      ],
      ['a', 'b', 3],
    ],
    [
      'brings back what could not be recorded',
      [
        { type: 'judged', postId: 'a', verdict: 'claim' },
        { type: 'refused', postId: 'a', refusal: { code: 'unexpected', details: {} } },
      ],
      ['a', 'b', 3],
    ],
    [
      'does not bring back what another has judged',
      [
        { type: 'judged', postId: 'a', verdict: 'claim' },
        {
          type: 'refused',
          postId: 'a',
          refusal: { code: 'already_judged', details: { who: '政法委', at: '' } },
        },
      ],
      ['b', 'c', 2],
    ],
    [
      'loses quietly what another judges further down',
      [{ type: 'taken', postId: 'b', who: 'x', at: '' }],
      ['a', 'c', 2],
    ],
    [
      'keeps under the eyes what another judges meanwhile',
      [{ type: 'taken', postId: 'a', who: 'x', at: '' }],
      ['a', 'b', 2],
    ],
  ])('%s', (_, actions, expected) => {
    expect(shown(played(['a', 'b', 'c'], ...actions))).toEqual(expected)
  })

  it('says who was faster', () => {
    const state = played(['a', 'b'], {
      type: 'taken',
      postId: 'a',
      who: '政法委值班员',
      at: '2026-11-23T06:00:00Z',
    })
    expect(state.taken.a?.who).toBe('政法委值班员')
  })

  it('asks for more and takes in only what is new, keeping its place', () => {
    const state = played(
      ['a', 'b'],
      { type: 'skipped', postId: 'a' },
      { type: 'loaded', queue: queue(['a', 'b', 'c'], 3, 4) },
    )
    expect(state.items.map(({ postId }) => postId)).toEqual(['b', 'c'])
    expect(state.judgedToday).toBe(4)
  })

  it('does not show again what was judged before the last, when an old reading arrives late', () => {
    const state = played(
      ['a', 'b', 'c'],
      { type: 'judged', postId: 'a', verdict: 'claim' },
      { type: 'judged', postId: 'b', verdict: 'not_ours' },
      { type: 'loaded', queue: queue(['a', 'b', 'c'], 3) },
    )
    expect(state.items.map(({ postId }) => postId)).toEqual(['c'])
  })

  it('does not show again what was judged a moment ago and is on its way', () => {
    const state = played(
      ['a', 'b'],
      { type: 'judged', postId: 'a', verdict: 'claim' },
      { type: 'loaded', queue: queue(['a', 'b'], 2) },
    )
    expect(state.items.map(({ postId }) => postId)).toEqual(['b'])
  })
})
