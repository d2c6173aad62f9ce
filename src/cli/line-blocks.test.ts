import { describe, expect, it } from 'vitest'
import { type LineBlock, lineBlocks, lineMaxBytes } from './line-blocks.ts'

async function blocksOf(chunks: Iterable<Uint8Array>): Promise<LineBlock[]> {
  async function* stream() {
    yield* chunks
  }
  const blocks: LineBlock[] = []
  for await (const block of lineBlocks(stream())) blocks.push(block)
  return blocks
}

function texts(blocks: readonly LineBlock[]): [number, string][] {
  return blocks.map(({ firstLine, bytes }) => [firstLine, Buffer.from(bytes).toString()])
}

describe('cutting a stream into whole lines', () => {
  it('joins a line that comes in parts, and numbers the lines over the whole input', async () => {
    const chunks = ['a\nb', 'b', 'b\nc\n', 'd'].map((part) => Buffer.from(part))
    expect(texts(await blocksOf(chunks))).toEqual([
      [1, 'a\n'],
      [2, 'bbb\nc\n'],
      [4, 'd\n'],
    ])
  })

  it('ends nothing with nothing', async () => {
    expect(await blocksOf([])).toEqual([])
  })

  it('names a line too long, keeps the others, and never holds more than one line’s bound', async () => {
    const part = Buffer.alloc(64 * 1024, 'a')
    function* chunks() {
      yield Buffer.from('first\n')
      // A hundred megabytes without a line end.
      for (let at = 0; at < 1_600; at++) yield part
      yield Buffer.from('\nlast\n')
    }
    const blocks = await blocksOf(chunks())
    expect(blocks.flatMap(({ tooLong }) => tooLong)).toEqual([2])
    expect(texts(blocks)).toEqual([
      [1, 'first\n'],
      [2, '\nlast\n'],
    ])
    expect(Math.max(...blocks.map(({ bytes }) => bytes.byteLength))).toBeLessThan(lineMaxBytes)
  })
})
