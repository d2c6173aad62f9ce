/** A message of more than this many bytes is nobody's message. */
export const lineMaxBytes = 4 * 1024 * 1024
const newline = 0x0a

/** Whole lines of a stream, one after another, with the number of the first from 1. */
export type LineBlock = {
  firstLine: number
  bytes: Uint8Array
  /** Lines of this block that were too long to hold; in `bytes` they are empty. */
  tooLong: number[]
}

/**
 * Cuts a stream into blocks of whole lines, one block a chunk, so that a slow writer is answered line by line. Holds no
 * more than one line of `lineMaxBytes` beside the chunk, however long the lines are.
 */
export async function* lineBlocks(stream: AsyncIterable<Uint8Array>): AsyncGenerator<LineBlock> {
  let held: Uint8Array[] = []
  let heldBytes = 0
  let firstLine = 1
  const hold = (part: Uint8Array) => {
    heldBytes += part.byteLength
    if (heldBytes <= lineMaxBytes) held.push(part)
    else held = []
  }
  const block = (rest: Uint8Array): LineBlock => {
    hold(rest.subarray(0, rest.indexOf(newline) + 1))
    const tooLong = heldBytes > lineMaxBytes ? [firstLine] : []
    const first = tooLong.length > 0 ? Buffer.from('\n') : Buffer.concat(held)
    const bytes = Buffer.concat([first, rest.subarray(rest.indexOf(newline) + 1)])
    held = []
    heldBytes = 0
    return { firstLine, bytes, tooLong }
  }
  for await (const chunk of stream) {
    const last = chunk.lastIndexOf(newline)
    if (last >= 0) {
      const whole = block(chunk.subarray(0, last + 1))
      yield whole
      firstLine += countLines(whole.bytes)
    }
    hold(chunk.subarray(last + 1))
  }
  if (heldBytes > 0) yield block(Buffer.from('\n'))
}

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count++
  return count
}
