import type { AuditFinding } from '#contracts/audit.ts'
import { may, seesWholeCity } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { openFindings } from '#store/audit.ts'
import type { Context } from './context.ts'

const shown = 100

/** What is due and not done, the longest overdue first; an officer of one territory is told of what is about no incident. */
export async function readFindings(context: Context): Promise<Result<AuditFinding[]>> {
  const { actor, db } = context
  const allowed = may(actor, 'see_board')
  if (!allowed.ok) return allowed
  const all = actor.kind !== 'person' || seesWholeCity(actor) || actor.role === 'admin'
  const rows = await openFindings(db, shown)
  return ok(
    rows
      .filter(({ incidentId }) => all || incidentId === null)
      .map((row) => ({ ...row, dueAt: row.dueAt.toISOString(), foundAt: row.foundAt.toISOString() })),
  )
}
