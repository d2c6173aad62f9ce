import { NearDuplicates } from '#domain/incident/near-duplicate/clusters.ts'

/** A group number per text: texts that are nearly the same, or share a key (an employer), are of one group. */
export function groupMessages(texts: readonly string[], keys: readonly (string | null)[]): number[] {
  const alike = new NearDuplicates()
  const parent = texts.map((_, index) => index)
  const firstOfKey = new Map<string, number>()
  for (const [index, text] of texts.entries()) {
    join(parent, index, alike.add(text))
    const key = keys[index]
    if (!key) continue
    join(parent, index, firstOfKey.get(key) ?? index)
    if (!firstOfKey.has(key)) firstOfKey.set(key, index)
  }
  return parent.map((_, index) => rootOf(parent, index))
}

function join(parent: number[], one: number, other: number): void {
  parent[rootOf(parent, one)] = rootOf(parent, other)
}

function rootOf(parent: number[], index: number): number {
  let root = index
  while (parent[root] !== root) root = parent[root] as number
  parent[index] = root
  return root
}
