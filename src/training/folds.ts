import { seededDice, shuffle } from './seeded-dice.ts'

/** A fold number per item: a group stays whole, and groups with and without a positive are dealt out evenly. */
export function dealFolds(
  groups: readonly number[],
  labels: readonly number[],
  folds: number,
  seed: number,
): number[] {
  const positive = new Set(groups.filter((_, index) => labels[index] === 1))
  const every = [...new Set(groups)]
  const dice = seededDice(seed)
  const foldOf = new Map<number, number>()
  for (const kind of [every.filter((one) => positive.has(one)), every.filter((one) => !positive.has(one))]) {
    for (const [index, group] of shuffle(kind, dice).entries()) foldOf.set(group, index % folds)
  }
  return groups.map((group) => foldOf.get(group) as number)
}
