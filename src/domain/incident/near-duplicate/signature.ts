/** Permutations of a MinHash signature, cut into bands of `rowsPerBand`. */
export const signatureLength = 64
export const bandCount = 16
const rowsPerBand = signatureLength / bandCount
/** Letters of a run; two in a Chinese text are about a word. */
const shingleLetters = 2

export type Signature = Uint32Array

const [factors, offsets] = permutations()

/**
 * MinHash over runs of letters: the share of equal values of two signatures estimates the share of common runs.
 * Digits, masks, spaces and punctuation do not count, so that 38人 and 38 名 read alike.
 */
export function signatureOf(text: string): Signature {
  const letters = text.normalize('NFKC').replace(/[^\p{L}]/gu, '')
  const least = new Uint32Array(signatureLength).fill(0xffffffff)
  const runs = Math.max(1, letters.length - shingleLetters + 1)
  for (let at = 0; at < runs; at += 1) {
    const run = scatter(letters.charCodeAt(at) * 0x10001 + (letters.charCodeAt(at + 1) || 0))
    for (let row = 0; row < signatureLength; row += 1) {
      const value = (Math.imul(run, factors[row] as number) + (offsets[row] as number)) >>> 0
      if (value < (least[row] as number)) least[row] = value
    }
  }
  return least
}

/** One key per band as PostgreSQL's `integer`; two texts that share a key are worth comparing. */
export function bandsOf(signature: Signature): number[] {
  const bands: number[] = []
  for (let band = 0; band < bandCount; band += 1) {
    let key = scatter(band + 1)
    for (let row = band * rowsPerBand; row < (band + 1) * rowsPerBand; row += 1) {
      key = scatter(key ^ (signature[row] as number))
    }
    bands.push(key | 0)
  }
  return bands
}

/** Estimated share of common runs (Jaccard), 0 to 1, in steps of a sixty-fourth. */
export function likeness(a: Signature, b: Signature): number {
  let same = 0
  for (let row = 0; row < signatureLength; row += 1) if (a[row] === b[row]) same += 1
  return same / signatureLength
}

/** Fixed, so that an index written by one process is read by every other. */
function permutations(): [Int32Array, Int32Array] {
  const factors = new Int32Array(signatureLength)
  const offsets = new Int32Array(signatureLength)
  for (let row = 0; row < signatureLength; row += 1) {
    factors[row] = scatter(2 * row + 1) | 1
    offsets[row] = scatter(2 * row + 2)
  }
  return [factors, offsets]
}

function scatter(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
