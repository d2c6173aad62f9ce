import { remembered } from '#domain/remembered.ts'

export type LetterPairs = ReadonlySet<string>

/** Words that nearly every such message holds; two that share only these tell of nothing in common. */
const setPhrases =
  /拖欠|欠薪|工资|工钱|薪水|劳务费|血汗钱|农民工|工人|员工|职工|工友|老板|讨薪|来电人?|反映|涉及|合计|一共|一家|一个|这家|某|工地|项目|公司|工厂|厂里|有限|没有|没发|不发|不给|我们|大家|现在|到现在|个月|帮忙|求助|转发|有关部门|管一管|没人管|怎么办|谁来管|网格员?|上报|接警|投诉|举报|请/g
/** Fewer pairs than this are too little to compare. */
const fewestPairs = 8

/** Share of common letter pairs of two texts, 0 to 1 (Dice). */
export function nearness(a: LetterPairs, b: LetterPairs): number {
  if (a.size < fewestPairs || b.size < fewestPairs) return 0
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  return (2 * common) / (a.size + b.size)
}

/** Longer texts are seldom and would fill the memory. */
const rememberedLetters = 1_000
const rememberedPairs = remembered(2_000, pairsIn)

/** Neighbouring letters of a text; set phrases, digits, masks and punctuation do not count. */
export function letterPairs(text: string): LetterPairs {
  return text.length > rememberedLetters ? pairsIn(text) : rememberedPairs(text)
}

function pairsIn(text: string): LetterPairs {
  const letters = text.replace(/[^\p{L}]/gu, '').replace(setPhrases, '')
  const found = new Set<string>()
  for (let at = 0; at + 1 < letters.length; at += 1) found.add(letters.slice(at, at + 2))
  return found
}

/** From so many texts on, further ones say little that is new. */
const mostTexts = 12
const sameStory = 0.8

/** A text worth remembering beside those an incident already holds; the first always is. */
export function isToldDifferently(body: string, known: readonly string[]): boolean {
  if (known.length >= mostTexts) return false
  const pairs = letterPairs(body)
  return known.every((text) => text !== body && nearness(pairs, letterPairs(text)) < sameStory)
}
