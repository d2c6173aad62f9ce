import type { FoundEvent } from '#domain/audit/chain.ts'
import { allReports, reportDigest } from '#store/daily-reports.ts'
import type { Database } from '#store/database.ts'

export type ReportName = { day: string; edition: number }

/** Remembers what a proven event says of a report that was made. */
export function noteReport(digests: Map<string, string>, { name, data }: FoundEvent): void {
  if (name !== 'report.made') return
  const { day, edition, digest } = data as ReportName & { digest: string }
  digests.set(keyOf({ day, edition }), digest)
}

type Told = {
  /** What the log says of each report. */
  digests: ReadonlyMap<string, string>
  /** The log was proven to its end. */
  whole: boolean
  /** Reports that stood before that end was read. */
  before: readonly ReportName[]
}

/**
 * Reports that differ from what the proven log says of them, are gone, or were never told of. Behind a break nothing
 * is known of a report, so it is not called altered there.
 */
export async function alteredReports(db: Database, { digests, whole, before }: Told): Promise<ReportName[]> {
  const rows = await allReports(db)
  const standing = new Set(rows.map(keyOf))
  const known = new Set(before.map(keyOf))
  const gone = [...digests.keys()].filter((key) => !standing.has(key)).map(nameOf)
  const changed = rows.filter((row) => {
    const told = digests.get(keyOf(row))
    if (told === undefined) return whole && known.has(keyOf(row))
    return told !== reportDigest(row)
  })
  return [...gone, ...changed.map(({ day, edition }) => ({ day, edition }))]
}

function keyOf({ day, edition }: ReportName): string {
  return `${day}/${edition}`
}

function nameOf(key: string): ReportName {
  const [day = '', edition] = key.split('/')
  return { day, edition: Number(edition) }
}
