import type { Database } from './database.ts'

/** 死锁 and a snapshot overtaken: PostgreSQL has undone the whole transaction, so it may be carried out once more. */
const lostRace = new Set(['40P01', '40001'])

/** Every transaction that lost a race against another is carried out once more from its beginning. */
export function onceMoreAfterLostRace(db: Database): Database {
  const begin = db.transaction.bind(db)
  db.transaction = async (work, config) => {
    try {
      return await begin(work, config)
    } catch (error) {
      if (!hasLostRace(error)) throw error
      return begin(work, config)
    }
  }
  return db
}

/** Drizzle wraps what PostgreSQL said. */
function hasLostRace(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: { code?: string } }
  return lostRace.has(code ?? cause?.code ?? '')
}
