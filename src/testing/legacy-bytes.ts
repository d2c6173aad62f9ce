/** Writes text in an encoding of old Chinese sites; Node can only read them, so the table is read backwards. */
export function legacyBytes(text: string, encoding: 'gb18030' | 'big5'): Buffer {
  const table = tableOf(encoding)
  const bytes = [...text].flatMap((character) => {
    const point = character.codePointAt(0) ?? 0
    return point < 0x80 ? [point] : (table.get(character) ?? missing(character, encoding))
  })
  return Buffer.from(bytes)
}

const tables = new Map<string, Map<string, number[]>>()

function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      const single = [...character].length === 1 && character !== '\uFFFD'
      if (single && !table.has(character)) table.set(character, [lead, trail])
    }
  }
  tables.set(encoding, table)
  return table
}

function missing(character: string, encoding: string): never {
  throw new Error(`${character} cannot be written in ${encoding}`)
}
