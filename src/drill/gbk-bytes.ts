/**
 * Writes text as an old Chinese site would, in GBK; Node can only read it, so the table is read backwards.
 * What GBK has no letter for (emoji) becomes a character reference of XML.
 */
export function gbkBytes(text: string): Buffer {
  return Buffer.from([...text].flatMap(bytesOf))
}

let known: Map<string, number[]> | null = null

function bytesOf(letter: string): number[] {
  const point = letter.codePointAt(0) ?? 0
  if (point < 0x80) return [point]
  known ??= table()
  return known.get(letter) ?? [...Buffer.from(`&#x${point.toString(16)};`)]
}

function table(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030')
  const letters = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail))
      const single = [...letter].length === 1 && letter !== '\uFFFD'
      if (single && !letters.has(letter)) letters.set(letter, [lead, trail])
    }
  }
  return letters
}
