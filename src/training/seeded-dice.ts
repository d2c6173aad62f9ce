/** Numbers between 0 and 1 that a seed fixes for good (mulberry32): the same training twice gives the same file. */
export function seededDice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Brings a list into an order the dice decide, in place. */
export function shuffle<Item>(items: Item[], dice: () => number): Item[] {
  for (let index = items.length - 1; index > 0; index--) {
    const other = Math.floor(dice() * (index + 1))
    const held = items[index] as Item
    items[index] = items[other] as Item
    items[other] = held
  }
  return items
}
