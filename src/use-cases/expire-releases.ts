import { lockOverdueReleases } from '#store/releases.ts'
import type { Context } from './context.ts'
import { tellRelease } from './hold-release.ts'

const batch = 100

/**
 * Lets requests run out that nobody answered, and tells that a broken glass was not signed for within its day; each once.
 * Safe to run in several processes at once.
 * @returns how many were told.
 */
export async function expireReleases(context: Context): Promise<number> {
  return context.db.transaction(async (tx) => {
    const overdue = await lockOverdueReleases(tx, context.now, batch)
    for (const found of overdue) {
      const { release } = found
      if (release.state === 'waiting') {
        const expired = { ...release, state: 'expired' as const, version: release.version + 1 }
        await tellRelease(context, tx, 'release.expired', { ...found, release: expired })
      } else {
        const told = { ...release, unsignedToldAt: context.now }
        await tellRelease(context, tx, 'release.left_unsigned', { ...found, release: told })
      }
    }
    return overdue.length
  })
}
