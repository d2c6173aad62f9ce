import { bandsOf, likeness, type Signature, signatureOf } from './signature.ts'

/** Share of common runs from which two texts are one text, copied with small changes. */
const nearlySame = 0.5
/** A band shared by very many texts (a set phrase) is compared with the latest of them only. */
const comparedPerBand = 8

/** Groups texts as they come: each stands with an earlier one that is nearly the same, or alone. */
export class NearDuplicates {
  readonly #signatures: Signature[] = []
  readonly #groups: number[] = []
  readonly #holders = new Map<number, number[]>()

  /** Adds one text; returns the number of its group, which is the number of the group's first text. */
  add(text: string): number {
    const signature = signatureOf(text)
    const bands = bandsOf(signature)
    const own = this.#signatures.length
    const nearest = this.#nearest(signature, bands)
    const group = nearest === null ? own : (this.#groups[nearest] as number)
    this.#signatures.push(signature)
    this.#groups.push(group)
    for (const band of bands) this.#hold(band, own)
    return group
  }

  #nearest(signature: Signature, bands: number[]): number | null {
    const seen = new Set<number>()
    let best: { at: number; share: number } | null = null
    for (const band of bands) {
      for (const at of this.#holders.get(band) ?? []) {
        if (seen.has(at)) continue
        seen.add(at)
        const share = likeness(signature, this.#signatures[at] as Signature)
        if (share >= nearlySame && share > (best?.share ?? 0)) best = { at, share }
        if (share === 1) return at
      }
    }
    return best?.at ?? null
  }

  #hold(band: number, at: number): void {
    const holders = this.#holders.get(band)
    if (!holders) this.#holders.set(band, [at])
    else {
      if (holders.length === comparedPerBand) holders.shift()
      holders.push(at)
    }
  }
}
