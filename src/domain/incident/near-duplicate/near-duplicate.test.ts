import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NearDuplicates } from './clusters.ts'
import { bandCount, bandsOf, likeness, signatureLength, signatureOf } from './signature.ts'

const story =
  '求助，桐乡濮院一家毛衫厂老板跑路了，我们三十八个工友两个月工资一分没发，大家都在厂门口等着，有没有人管一管'
const other =
  '海宁许村安置房工地的木工班组干了半年活，项目部的人都不见了，劳务费到现在一分没结，班长电话也打不通'

const groupsOf = (texts: string[]) => {
  const index = new NearDuplicates()
  return texts.map((text) => index.add(text))
}

describe('two texts', () => {
  it.each([
    ['passed on with a lead', `转发扩散！${story}`],
    ['with other figures', story.replace('三十八', '38')],
    ['with spaces and punctuation', [...story].join(' ')],
    ['with a few words changed', story.replace('求助', '大家看看').replace('管一管', '来处理')],
    ['in full-width letters', story.replaceAll('，', ',')],
  ])('%s are one group', (_, copy) => {
    expect(groupsOf([story, copy])).toEqual([0, 0])
  })

  it('about different things are two', () => {
    expect(groupsOf([story, other])).toEqual([0, 1])
    expect(likeness(signatureOf(story), signatureOf(other))).toBeLessThan(0.15)
  })
})

describe('a signature', () => {
  it('has sixteen band keys that fit PostgreSQL’s integer', () => {
    const bands = bandsOf(signatureOf(story))
    expect([signatureOf(story).length, bands.length]).toEqual([signatureLength, bandCount])
    for (const key of bands) expect(key).toBe(key | 0)
  })

  it('is the same in every process and at every time', () => {
    expect(bandsOf(signatureOf('欠薪')).slice(0, 2)).toEqual([870_742_764, 1_768_858_843])
  })

  it('estimates the share of common runs', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'工资欠薪老板厂里不发钱跑了月人'),
      minLength: 20,
      maxLength: 60,
    })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const share = likeness(signatureOf(a), signatureOf(b))
        expect(Math.abs(share - jaccard(a, b))).toBeLessThan(0.35)
        expect(likeness(signatureOf(a), signatureOf(a))).toBe(1)
      }),
      { numRuns: 300 },
    )
  })
})

describe('whatever is added', () => {
  it('the groups are the same each time, and each is named after its first text', () => {
    const texts = fc.array(fc.oneof(fc.constantFrom(story, other, `转：${story}`, ''), fc.string()), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(texts, (all) => {
        const groups = groupsOf(all)
        expect(groupsOf(all)).toEqual(groups)
        for (const [at, group] of groups.entries()) {
          expect(group).toBeLessThanOrEqual(at)
          expect(groups[group]).toBe(group)
        }
      }),
    )
  })
})

function jaccard(a: string, b: string): number {
  const runs = (text: string) => new Set([...text].slice(1).map((letter, at) => text[at] + letter))
  const [x, y] = [runs(a), runs(b)]
  const common = [...x].filter((run) => y.has(run)).length
  return common / (x.size + y.size - common)
}
