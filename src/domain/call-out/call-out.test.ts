import { describe, expect, it } from 'vitest'
import list from '#seeds/call-out.json' with { type: 'json' }
import {
  answerCall,
  byAnswer,
  type CalledPost,
  type CalledState,
  type CallOutAnswer,
  type CallOutLine,
  callOutAnswers,
  postsToCall,
} from './call-out.ts'

const lines = list.lines as CallOutLine[]
const now = new Date('2026-11-23T06:00:00Z')
const by = { post: '公安局值班员', agency: 'gaj' }
const called: CalledPost = {
  id: 'c1',
  callOutId: 'o1',
  incidentId: 'i1',
  agency: 'gaj',
  post: '指挥中心值班员',
  duty: '派警到场',
  state: 'called',
  calledAt: now,
  answeredAt: null,
  answeredBy: null,
  etaMinutes: null,
  arrivedAt: null,
  note: null,
  version: 1,
}
const words = { etaMinutes: 15, note: '在途堵车' }

describe('the call-out list', () => {
  it('names posts by kind and place, each once', () => {
    const gathering = postsToCall(lines, ['any', 'gathering', 'factory'], ['t330483'])
    expect(gathering.map(({ agency, post }) => `${agency} ${post}`)).toEqual([
      'rsj 带班领导',
      'rsj 劳动监察值班员',
      't330483 带班领导',
      't330483 镇街值班员',
      'xcb 网信值班员',
      'zfw 带班领导',
      'gaj 指挥中心值班员',
      'xfj 值班员',
      'zgh 值班员',
    ])
    expect(postsToCall(lines, ['any'], []).map(({ agency }) => agency)).toEqual(['rsj', 'rsj'])
  })

  it('calls both, where a place lies in a county and in a zone', () => {
    const both = postsToCall(lines, ['any'], ['t330402', 'jkq']).filter(({ post }) => post === '镇街值班员')
    expect(both.map(({ agency }) => agency)).toEqual(['t330402', 'jkq'])
  })
})

describe('an answer', () => {
  it.each<[CalledState, CallOutAnswer[]]>([
    ['called', ['come', 'arrive', 'decline']],
    ['coming', ['arrive', 'decline']],
    ['unable', ['come', 'arrive']],
    ['arrived', []],
  ])('of a post that is %s may be %j', (state, allowed) => {
    for (const answer of callOutAnswers) {
      expect(answerCall({ ...called, state }, answer, words, by, now).ok, answer).toBe(
        allowed.includes(answer),
      )
    }
  })

  it('keeps when it first came, when the post arrived, and needs a reason to stay away', () => {
    const coming = answerCall(called, 'come', words, by, now)
    expect(coming).toMatchObject({ value: { state: 'coming', answeredAt: now, etaMinutes: 15, note: null } })
    if (!coming.ok) throw new Error('unreachable')
    const there = answerCall(coming.value, 'arrive', words, by, new Date('2026-11-23T06:12:00Z'))
    expect(there).toMatchObject({
      value: { state: 'arrived', answeredAt: now, arrivedAt: new Date('2026-11-23T06:12:00Z') },
    })
    expect(answerCall(called, 'decline', { ...words, note: null }, by, now)).toMatchObject({
      refusal: { code: 'reason_needed' },
    })
  })

  it('sorts those who have not answered to the front', () => {
    const states: CalledState[] = ['arrived', 'unable', 'called', 'coming']
    expect(
      states
        .map((state) => ({ state }))
        .sort(byAnswer)
        .map(({ state }) => state),
    ).toEqual(['called', 'coming', 'unable', 'arrived'])
  })
})
