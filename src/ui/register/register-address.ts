import type { RegisterFilters } from '#contracts/register.ts'

/** Filters as they stand in an address, what is not set left out; the usual order needs no word. */
export function addressOf({ sort, ...filters }: RegisterFilters): string {
  const set = Object.entries(filters).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return new URLSearchParams([...set, ...(sort === 'opened' ? [] : [['sort', sort]])]).toString()
}

/** How many filters narrow the list. */
export function filtersSet({ sort: _, ...filters }: RegisterFilters): number {
  return Object.values(filters).filter(Boolean).length
}
