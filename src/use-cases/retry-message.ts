import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { reviveMessage } from '#store/dead-letters.ts'
import type { Context } from './context.ts'

/** Has a message that was given up tried again. Refusals: role_may_not, no_such_message. */
export async function retryMessage(
  context: Context,
  { messageId }: { messageId: string },
): Promise<Result<true>> {
  const allowed = may(context.actor, 'manage_channels')
  if (!allowed.ok) return allowed
  const revived = await context.db.transaction((tx) => reviveMessage(tx, messageId, context.now))
  return revived ? ok(true) : refusal('no_such_message')
}
