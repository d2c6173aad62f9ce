import type { ChainHead } from '#domain/audit/chain.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { readLogHead as readHead } from '#store/event-chain.ts'
import type { Context } from './context.ts'

/** The last link of the log: who writes it down can prove later that nothing before it was changed. */
export async function readLogHead({ actor, db }: Context): Promise<Result<ChainHead>> {
  const allowed = may(actor, 'verify_log')
  return allowed.ok ? ok(await readHead(db)) : allowed
}
