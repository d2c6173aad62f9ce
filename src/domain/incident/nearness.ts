/** Share of common letter pairs of two texts, 0 to 1 (Dice); digits, masks and punctuation do not count. */
export function nearness(a: string, b: string): number {
  const [x, y] = [pairs(a), pairs(b)]
  if (x.size === 0 || y.size === 0) return 0
  let common = 0
  for (const pair of x) if (y.has(pair)) common += 1
  return (2 * common) / (x.size + y.size)
}

function pairs(text: string): Set<string> {
  const letters = text.replace(/[^\p{L}]/gu, '')
  const found = new Set<string>()
  for (let at = 0; at + 1 < letters.length; at += 1) found.add(letters.slice(at, at + 2))
  return found
}
