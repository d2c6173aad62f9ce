/** Values per text; a shared band of `rowsPerBand` of them calls two texts alike (from about half their letters on). */
const signatureLength = 40
const rowsPerBand = 4
const shingleLetters = 4

/** A group number per text: texts that are nearly the same, or share a key, are of one group. */
export function groupNearDuplicates(texts: readonly string[], keys: readonly (string | null)[]): number[] {
  const parent = texts.map((_, index) => index)
  const firstWith = new Map<string, number>()
  for (const [index, text] of texts.entries()) {
    for (const mark of [...bandsOf(text), ...(keys[index] ? [`key ${keys[index]}`] : [])]) {
      const other = firstWith.get(mark)
      if (other === undefined) firstWith.set(mark, index)
      else parent[rootOf(parent, index)] = rootOf(parent, other)
    }
  }
  return parent.map((_, index) => rootOf(parent, index))
}

function rootOf(parent: number[], index: number): number {
  let root = index
  while (parent[root] !== root) root = parent[root] as number
  parent[index] = root
  return root
}

/** MinHash over runs of letters, cut into bands. */
function bandsOf(text: string): string[] {
  const letters = text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '')
  const least = new Uint32Array(signatureLength).fill(0xffffffff)
  for (let at = 0; at + shingleLetters <= Math.max(shingleLetters, letters.length); at++) {
    let hash = 0x811c9dc5
    for (let next = at; next < Math.min(letters.length, at + shingleLetters); next++) {
      hash = Math.imul(hash ^ letters.charCodeAt(next), 0x01000193)
    }
    for (let row = 0; row < signatureLength; row++) {
      const value = scatter(hash ^ Math.imul(row + 1, 0x9e3779b1))
      if (value < (least[row] as number)) least[row] = value
    }
  }
  const bands: string[] = []
  for (let row = 0; row < signatureLength; row += rowsPerBand) {
    bands.push(`${row} ${least.subarray(row, row + rowsPerBand).join(' ')}`)
  }
  return bands
}

function scatter(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 13), 0x85ebca6b)
  return Math.imul(half ^ (half >>> 16), 0xc2b2ae35) >>> 0
}
