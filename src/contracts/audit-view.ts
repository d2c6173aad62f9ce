import { z } from 'zod'

/** When the auditor last looked at everything, and how much it found due and not done. */
export const auditView = z.object({ at: z.iso.datetime().nullable(), open: z.number().int() })
export type AuditView = z.infer<typeof auditView>
