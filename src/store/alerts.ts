import { and, asc, eq, lte } from 'drizzle-orm'
import type { Alert } from '#domain/alert/alert.ts'
import type { Grade } from '#domain/grading/grade.ts'
import type { Transaction } from './database.ts'
import { alert } from './tables/alert.ts'
import { incident } from './tables/incident.ts'

export type RoutedAlert = { alert: Alert; route: string[]; grade: Grade }

export async function insertAlerts(tx: Transaction, alerts: Alert[]): Promise<void> {
  if (alerts.length > 0) await tx.insert(alert).values(alerts)
}

/** Locks one alert; a second officer waits here until the first has committed. */
export async function lockAlert(tx: Transaction, id: string): Promise<RoutedAlert | null> {
  const [row] = await tx
    .select({ alert, route: incident.route, grade: incident.grade })
    .from(alert)
    .innerJoin(incident, eq(incident.id, alert.incidentId))
    .where(eq(alert.id, id))
    .for('update', { of: alert })
  return row ?? null
}

/** Locks alerts whose rung has run out; another sweeper skips them. */
export async function lockDueAlerts(tx: Transaction, now: Date, limit: number): Promise<RoutedAlert[]> {
  return tx
    .select({ alert, route: incident.route, grade: incident.grade })
    .from(alert)
    .innerJoin(incident, eq(incident.id, alert.incidentId))
    .where(and(lte(alert.nextStepAt, now), eq(alert.state, 'unaccepted')))
    .orderBy(asc(alert.nextStepAt))
    .limit(limit)
    .for('update', { of: alert, skipLocked: true })
}

export async function saveAlert(tx: Transaction, one: Alert): Promise<void> {
  const { id, incidentId, agency, ...changing } = one
  await tx.update(alert).set(changing).where(eq(alert.id, id))
}

/** Locks the alerts of one incident; an acceptance under way is waited for, so that it is never overwritten. */
export async function lockAlertsOf(tx: Transaction, incidentId: string): Promise<Alert[]> {
  return tx
    .select()
    .from(alert)
    .where(eq(alert.incidentId, incidentId))
    .orderBy(asc(alert.agency))
    .for('update')
}
