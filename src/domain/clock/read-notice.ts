/** A date of the notice, perhaps the first of a range: 2月15日（周日）至23日. The year stands only where it is another. */
const dates =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:[（(][^）)]*[）)])?(?:至(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?/g
const dayMs = 86_400_000
/** No announced holiday is longer. */
const longestDays = 15

/**
 * Days off and days worked as the State Council's notice names them: 「…放假」 a range off, 「…上班」 a day worked (调休).
 * Sentences that say neither are passed over, and so is a range that runs backwards or on and on.
 */
export function readNotice(text: string, year: number): { rest: string[]; work: string[] } {
  const [rest, work] = [new Set<string>(), new Set<string>()]
  for (const sentence of text.split(/[。；;\n]/)) {
    const into = sentence.includes('上班') ? work : sentence.includes('放假') ? rest : null
    if (!into) continue
    for (const found of sentence.matchAll(dates)) for (const day of daysOf(found, year)) into.add(day)
  }
  return { rest: [...rest].sort(), work: [...work].sort() }
}

function daysOf(
  [, ownYear, month, day, lastYear, lastMonth, lastDay]: RegExpMatchArray,
  year: number,
): string[] {
  const first = instantOf(Number(ownYear ?? year), Number(month), Number(day))
  if (first === null) return []
  const last = lastDay
    ? instantOf(Number(lastYear ?? ownYear ?? year), Number(lastMonth ?? month), Number(lastDay))
    : first
  if (last === null || last < first || last - first > longestDays * dayMs) return []
  const count = (last - first) / dayMs + 1
  return Array.from({ length: count }, (_, i) => new Date(first + i * dayMs).toISOString().slice(0, 10))
}

/** Midnight of a day that exists, in epoch milliseconds; null for 2月30日. */
function instantOf(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day)
  return new Date(at).getUTCMonth() === month - 1 ? at : null
}
