/** A message of more than this many bytes is nobody's message. */
const lineMaxBytes = 4 * 1024 * 1024
const newline = 0x0a

/** Lines of a stream with their numbers from 1; `text` is null for a line too long to hold. */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ number: number; text: string | null }> {
  let number = 1
  let held: Uint8Array[] = []
  let bytes = 0
  const take = () => {
    const text = bytes > lineMaxBytes ? null : Buffer.concat(held).toString('utf8')
    held = []
    bytes = 0
    return { number: number++, text }
  }
  const hold = (part: Uint8Array) => {
    bytes += part.byteLength
    if (bytes <= lineMaxBytes) held.push(part)
    else held = []
  }
  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      hold(chunk.subarray(from, at))
      yield take()
      from = at + 1
    }
    hold(chunk.subarray(from))
  }
  if (bytes > 0) yield take()
}
