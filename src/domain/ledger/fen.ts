/** Fen as yuan, for a reader. */
export function yuanOf(fen: number): number {
  return fen / 100
}

/** Yuan as typed, as fen; more than two decimals were refused at the door. */
export function fenOf(yuan: number): number {
  return Math.round(yuan * 100)
}
