import { z } from 'zod'
import { instant } from './views.ts'

export const auditKinds = [
  'alert_not_escalated',
  'lease_not_lapsed',
  'snooze_not_ended',
  'step_not_missed',
  'pause_forgotten',
  'post_waits',
  'judgement_waits',
  'source_not_polled',
  'page_not_delivered',
  'webhook_not_delivered',
  'log_not_read',
  'release_waits',
  'duty_not_told',
  'instalment_not_told',
  'calendar_not_followed',
  'grades_not_followed',
  'head_not_posted',
  'process_gone',
] as const
export const auditKind = z.enum(auditKinds)
export type AuditKind = z.infer<typeof auditKind>

/** Something that was due and is not done, whoever should have done it. */
export const auditFinding = z.object({
  /** The kind and the row it is about; one finding at a time for each. */
  key: z.string(),
  kind: auditKind,
  /** When it should have been done. */
  dueAt: instant,
  foundAt: instant,
  /** What a person knows it by: the incident's number, the source's name, the process. */
  subject: z.string(),
  incidentId: z.string().nullable(),
})
export type AuditFinding = z.infer<typeof auditFinding>

export const auditEvents = {
  'audit.overdue': z.object({ finding: auditFinding }),
  'audit.settled': z.object({ finding: auditFinding, settledAt: instant }),
} as const
