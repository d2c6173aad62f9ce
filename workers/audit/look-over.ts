import { type SQL, sql } from 'drizzle-orm'
import { type AuditFinding, type AuditKind, auditKinds } from '#contracts/audit.ts'
import type { Database, Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { overdueRows } from './overdue-rows.ts'

/** Late enough to be no coincidence; with a round every 15 s whatever is due is noticed within the minute. */
export const graceMs = 40_000
/** New findings of one kind in a round; the rest follows in the next, so that a flood costs little memory. */
const mostOfKind = 200

type Row = { id: string; subject: string; incident_id: string | null; due_at: Date | string }
type Route = Map<string, string[]>

/**
 * Looks for anything due and not done, tells each finding once, and tells when it is settled.
 * A part that cannot be asked never hides the others: its failure is thrown after the rest was looked at.
 */
export async function lookOver(db: Database, now: Date): Promise<{ found: number; settled: number }> {
  let [found, settled] = [0, 0]
  const failures: unknown[] = []
  for (const kind of auditKinds) {
    try {
      const told = await db.transaction((tx) => lookAt(tx, kind, now))
      found += told.found
      settled += told.settled
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return { found, settled }
}

async function lookAt(tx: Transaction, kind: AuditKind, now: Date) {
  const overdue = overdueRows[kind](new Date(now.getTime() - graceMs))
  const open = await openFindings(tx, kind)
  const fresh = await rowsOf(
    tx,
    sql`select * from (${overdue}) as o
      where not exists (select from audit_finding f where f.key = ${`${kind}:`} || o.id)
      order by due_at limit ${mostOfKind}`,
  )
  const stillOpen = open.length > 0 ? await stillOverdue(tx, kind, overdue) : new Set<string>()
  const settled = open.filter(({ key }) => !stillOpen.has(key))
  const found = fresh.map((row) => findingOf(kind, row, now))
  await keep(tx, found)
  await drop(tx, settled)
  await tell(tx, found, settled, now)
  return { found: found.length, settled: settled.length }
}

function findingOf(kind: AuditKind, { id, subject, incident_id, due_at }: Row, now: Date): AuditFinding {
  return {
    key: `${kind}:${id}`,
    kind,
    subject,
    incidentId: incident_id,
    dueAt: new Date(due_at).toISOString(),
    foundAt: now.toISOString(),
  }
}

async function openFindings(tx: Transaction, kind: AuditKind): Promise<AuditFinding[]> {
  const rows = await tx.execute<Row & { key: string; found_at: Date | string }>(
    sql`select key, subject, incident_id, due_at, found_at from audit_finding where kind = ${kind} for update`,
  )
  return rows.map(({ key, subject, incident_id, due_at, found_at }) => ({
    key,
    kind,
    subject,
    incidentId: incident_id,
    dueAt: new Date(due_at).toISOString(),
    foundAt: new Date(found_at).toISOString(),
  }))
}

async function stillOverdue(tx: Transaction, kind: AuditKind, overdue: SQL): Promise<Set<string>> {
  const rows = await tx.execute<{ key: string }>(
    sql`select f.key from audit_finding f join (${overdue}) as o on f.key = ${`${kind}:`} || o.id
      where f.kind = ${kind}`,
  )
  return new Set(rows.map(({ key }) => key))
}

async function keep(tx: Transaction, found: AuditFinding[]): Promise<void> {
  if (found.length === 0) return
  await tx.execute(
    sql`insert into audit_finding (key, kind, subject, incident_id, due_at, found_at)
      select v."key", v."kind", v."subject", v."incidentId", v."dueAt", v."foundAt"
      from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as v("key" text, "kind" text, "subject" text,
        "incidentId" uuid, "dueAt" timestamptz, "foundAt" timestamptz)
      on conflict (key) do nothing`,
  )
}

async function drop(tx: Transaction, settled: AuditFinding[]): Promise<void> {
  if (settled.length === 0) return
  const keys = JSON.stringify(settled.map(({ key }) => key))
  await tx.execute(
    sql`delete from audit_finding where key in (select jsonb_array_elements_text(${keys}::jsonb))`,
  )
}

async function tell(tx: Transaction, found: AuditFinding[], settled: AuditFinding[], now: Date) {
  const routes = await routesOf(tx, [...found, ...settled])
  const about = ({ incidentId }: AuditFinding) => ({
    incidentId,
    route: incidentId ? (routes.get(incidentId) ?? null) : null,
  })
  const settledAt = now.toISOString()
  await record(
    tx,
    [
      ...found.map((finding) => ({ name: 'audit.overdue' as const, data: { finding }, ...about(finding) })),
      ...settled.map((finding) => ({
        name: 'audit.settled' as const,
        data: { finding, settledAt },
        ...about(finding),
      })),
    ],
    { at: now, actor: null },
  )
}

async function routesOf(tx: Transaction, findings: AuditFinding[]): Promise<Route> {
  const ids = [...new Set(findings.flatMap(({ incidentId }) => incidentId ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await tx.execute<{ id: string; route: string[] }>(
    sql`select id, route from incident
      where id::text in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`,
  )
  return new Map(rows.map(({ id, route }) => [id, route]))
}

async function rowsOf(tx: Transaction, query: SQL): Promise<Row[]> {
  return [...(await tx.execute<Row>(query))]
}
