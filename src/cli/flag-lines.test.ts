import { describe, expect, it } from 'vitest'
import { readingTables } from '#store/reading-tables.ts'
import { flagLines } from './flag-lines.ts'

const tables = readingTables()

function flag(...lines: (string | Buffer)[]) {
  const bytes = Buffer.concat(lines.flatMap((line) => [Buffer.from(line as string), Buffer.from('\n')]))
  const { out, bad } = flagLines({ firstLine: 1, bytes, tooLong: [] }, tables)
  const answers = Buffer.from(out).toString().split('\n').filter(Boolean)
  return { answers: answers.map((line) => JSON.parse(line)), bad }
}

describe('a block of lines', () => {
  it('is answered line by line, with probability and a sentence that says why', () => {
    const { answers } = flag(
      '{"id":"1","title":"求助","text":"老板拖欠我们工资三个月了"}',
      '{"id":2,"title":null,"text":"明天公园有音乐会"}',
    )
    expect(answers.map(({ id, flagged }) => [id, flagged])).toEqual([
      ['1', true],
      ['2', false],
    ])
    expect(answers[0].probability).toBeGreaterThan(0.5)
    expect(answers[1].probability).toBeLessThan(0.05)
    expect(answers[0].because).toMatch(/拖欠/u)
    expect(answers[0].because).toMatch(/3/u)
  })

  it('says which two words stand how near', () => {
    const [answer] = flag('{"id":"1","text":"厂里拖着不发我们这几个月的工资，员工急"}').answers
    expect(answer.because).toMatch(/工资/u)
    expect(answer.because).toMatch(/\d/u)
  })

  it('names what cannot be read, skips empty lines and goes on', () => {
    const { answers, bad } = flag('{bad', '', '{"id":"1"}', '[]', '{"id":"2","text":"欠薪三个月，员工急"}')
    expect(bad).toEqual([
      { number: 1, problem: 'not_json' },
      { number: 3, problem: 'not_json' },
      { number: 4, problem: 'not_json' },
    ])
    expect(answers.map(({ id }) => id)).toEqual(['2'])
  })

  it('names a line with bytes that are no UTF-8 and reads the rest of it', () => {
    const broken = Buffer.concat([
      Buffer.from('{"id":"1","text":"老板欠薪三个月'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('，员工急"}'),
    ])
    const { answers, bad } = flag('{"id":"0","text":"好"}', broken)
    expect(bad).toEqual([{ number: 2, problem: 'not_utf8' }])
    expect(answers[1]).toMatchObject({ id: '1', flagged: true })
  })

  it('reads a half of a surrogate pair without harm', () => {
    const { answers, bad } = flag('{"id":"1","text":"老板\\ud800欠薪三个月，员工急"}')
    expect(bad).toEqual([])
    expect(answers[0]).toMatchObject({ flagged: true, masked: '老板欠薪三个月，员工急' })
  })

  it('reads a post of a megabyte in a moment, and no more of it than anybody writes', {
    timeout: 5_000,
  }, () => {
    const text = '老板拖欠我们工资三个月了，二十个人等着。'.repeat(18_000)
    const { answers } = flag(JSON.stringify({ id: '1', title: '求助', text }))
    expect(answers[0]).toMatchObject({ flagged: true, months: { min: 3 } })
    expect(answers[0].masked.length).toBeLessThan(25_000)
  })
})
