import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileAutomaton, scan } from './automaton.ts'

function findAll(words: readonly string[], text: string): string[] {
  const found: string[] = []
  scan(compileAutomaton(words), text, (term, start, end) => found.push(`${words[term]}@${start}-${end}`))
  return found.sort()
}

describe('finding many words in one pass', () => {
  it('reports nested and overlapping words', () => {
    expect(findAll(['拖欠', '拖欠工资', '工资', '欠工'], '又拖欠工资')).toEqual(
      ['拖欠@1-3', '拖欠工资@1-5', '欠工@2-4', '工资@3-5'].sort(),
    )
  })

  it('reports the same word of two lists twice and an empty word never', () => {
    expect(findAll(['欠薪', '欠薪', ''], '欠薪')).toEqual(['欠薪@0-2', '欠薪@0-2'])
  })

  it('finds exactly what a plain search finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('欠', '薪', '工', '资', 'x'), maxLength: 4 })
    const text = fc.string({ unit: fc.constantFrom('欠', '薪', '工', '资', 'x', '。'), maxLength: 30 })
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 8 }), text, (words, message) => {
        const expected: string[] = []
        for (const word of words) {
          if (word === '') continue
          for (let at = message.indexOf(word); at !== -1; at = message.indexOf(word, at + 1)) {
            expected.push(`${word}@${at}-${at + word.length}`)
          }
        }
        expect(findAll(words, message)).toEqual(expected.sort())
      }),
    )
  })
})
