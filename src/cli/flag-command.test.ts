import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'

/** Inside the project, so that the packages are found. */
const built = join(process.cwd(), 'node_modules', '.cache', 'anxin-command-test')

beforeAll(async () => {
  await build({
    entryPoints: { anxin: 'src/cli/anxin.ts', 'flag-worker': 'src/cli/flag-worker.ts' },
    outdir: built,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'silent',
  })
})

/** The command as it is called, built as the house builds it. */
async function anxin(command: string[], input: string) {
  const child = spawn(process.execPath, [join(built, 'anxin.js'), ...command])
  let out = ''
  let complaints = ''
  child.stdout.setEncoding('utf8').on('data', (part) => {
    out += part
  })
  child.stderr.setEncoding('utf8').on('data', (part) => {
    complaints += part
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return { code, lines: out.split('\n').filter(Boolean), complaints }
}

describe('anxin flag', () => {
  it('answers thousands of lines on all cores in the order they came', { timeout: 60_000 }, async () => {
    const asked = Array.from({ length: 3_000 }, (_, at) =>
      JSON.stringify({ id: String(at), text: at % 3 === 0 ? '老板拖欠我们工资三个月了' : '公园里的花开了' }),
    )
    const { code, lines, complaints } = await anxin(['flag'], asked.join('\n'))
    const answers = lines.map((line) => JSON.parse(line))
    expect(answers.map(({ id }) => id)).toEqual(asked.map((_, at) => String(at)))
    expect(answers.every(({ id, flagged }) => flagged === (Number(id) % 3 === 0))).toBe(true)
    expect([code, complaints]).toEqual([0, ''])
  })

  it('names a line too long and answers all others', { timeout: 60_000 }, async () => {
    const line = (id: string) => JSON.stringify({ id, text: '厂里欠薪三个月，员工急' })
    const { code, lines, complaints } = await anxin(
      ['flag'],
      `${line('1')}\n${'a'.repeat(9_000_000)}\n${line('3')}\n`,
    )
    expect(lines.map((answer) => JSON.parse(answer).id)).toEqual(['1', '3'])
    expect(complaints).toMatch(/2/u)
    expect(code).toBe(65)
  })
})

describe('anxin train', () => {
  it('says why it learns nothing, and writes nothing', { timeout: 60_000 }, async () => {
    const { code, complaints } = await anxin(['train', '/nowhere/labels.jsonl'], '')
    expect(code).toBe(66)
    expect(complaints).toMatch(/labels\.jsonl/u)
  })
})
