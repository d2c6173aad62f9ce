import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKeys, namesEmployer, namesProject, sameEmployer, sameProject, tradeOf } from './same-name.ts'

describe('one employer under two names', () => {
  it.each([
    ['嘉兴鑫达制衣有限公司', '鑫达制衣'],
    ['浙江鑫达制衣股份有限公司', '鑫达制衣厂'],
    ['鑫达制衣（桐乡）有限公司', '桐乡鑫达制衣'],
    ['鑫达服装厂', '鑫达制衣有限公司'],
    ['鑫达公司', '桐乡市鑫达制衣有限公司'],
    ['桐乡市濮院镇恒远针织厂', '恒远针织厂'],
    ['濮院恒远针织厂', '恒远针织有限公司'],
    ['某恒丰建设集团有限公司', '恒丰建设集团第三分公司'],
    ['恒丰建筑工程有限公司', '恒丰建设'],
    ['一家宏图箱包厂', '宏图箱包'],
  ])('%s, %s', (a, b) => {
    expect([namesEmployer(a), namesEmployer(b), sameEmployer(a, b), sameEmployer(b, a)]).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  it('is found through the index by each of them', () => {
    const known = nameKeys({ employer: '桐乡市濮院鑫达制衣有限公司', project: null })
    for (const employer of ['鑫达制衣', '鑫达制衣厂', '濮院鑫达制衣厂']) {
      expect(nameKeys({ employer, project: null }).some((key) => known.includes(key))).toBe(true)
    }
  })
})

describe('two employers', () => {
  it.each([
    ['鑫达制衣有限公司', '恒丰制衣有限公司'],
    ['恒丰建设有限公司', '恒丰劳务有限公司'],
    ['桐乡恒达建设有限公司', '海宁恒达建设有限公司'],
    ['平湖中学', '秀洲中学'],
    ['宏图箱包厂', '宏达箱包厂'],
  ])('%s, %s', (a, b) => {
    expect([namesEmployer(a), namesEmployer(b), sameEmployer(a, b), sameEmployer(b, a)]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('a mere kind', () => {
  it.each([
    ['毛衫厂', '毛衫'],
    ['一家毛衫厂', '毛衫'],
    ['桐乡毛衫厂', '毛衫'],
    ['某制衣厂', '制衣'],
    ['一家针织厂', '毛衫'],
    ['喷织厂', '织造'],
    ['某某建设有限公司', '建设'],
    ['建筑公司', '建设'],
    ['项目部', null],
  ])('%s tells nobody from another', (name, trade) => {
    expect([namesEmployer(name), tradeOf(name)]).toEqual([false, trade])
    expect(nameKeys({ employer: name, project: null })).toEqual([])
  })
})

describe('sites', () => {
  it.each([
    ['城南安置房', '城南安置房项目', true],
    ['城南安置房三期', '城南安置房', true],
    ['幸福花苑工地', '幸福花苑', true],
    ['桐乡市幸福花苑项目部', '幸福花苑', true],
    ['城南安置房二期', '城南安置房三期', false],
    ['快速路一标段', '快速路二标段', false],
    ['幸福花苑', '城南安置房', false],
  ])('%s, %s: %s', (a, b, same) => {
    expect([sameProject(a, b), sameProject(b, a)]).toEqual([same, same])
  })

  it.each(['安置房工地', '学校项目', '工地', '装修工程'])('%s names none', (name) => {
    expect(namesProject(name)).toBe(false)
  })
})

describe('whatever two names', () => {
  const part = fc.constantFrom(
    '嘉兴',
    '桐乡市',
    '濮院镇',
    '鑫达',
    '恒丰',
    '制衣',
    '建设',
    '有限公司',
    '厂',
    '公司',
    '某',
  )
  const name = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
  it('being one is mutual, and a name is itself', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(sameEmployer(a, b)).toBe(sameEmployer(b, a))
        expect(sameProject(a, b)).toBe(sameProject(b, a))
        if (namesEmployer(a)) expect(sameEmployer(a, a)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})
