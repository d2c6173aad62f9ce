import type { TestContact } from '#contracts/contacts.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { contactById, insertContactTest } from '#store/contacts.ts'
import { type Context, recordedActor } from './context.ts'

/** Writes down how a test call to a post went. Refusals: role_may_not, no_such_contact. */
export async function logTestCall(
  context: Context,
  { contactId, channel, outcome, note }: TestContact,
): Promise<Result<true>> {
  const allowed = may(context.actor, 'manage_contacts')
  if (!allowed.ok) return allowed
  const by = recordedActor(context)
  if (!by) return refusal('role_may_not')
  if (!(await contactById(context.db, contactId))) return refusal('no_such_contact')
  await insertContactTest(context.db, {
    ...{ id: context.newId(), contactId, channel, outcome, note, by },
    at: context.now,
  })
  return ok(true)
}
