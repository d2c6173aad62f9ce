import { channels } from '#channels/index.ts'
import type { SaveContact } from '#contracts/contacts.ts'
import { agencyOfRung } from '#domain/contact/contact-rung.ts'
import type { AddressedChannel } from '#domain/paging/channel-kind.ts'
import { unheardBy } from '#domain/paging/heard.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { listAgencies } from '#store/agencies.ts'
import { insertContact, lockContact, updateContact } from '#store/contacts.ts'
import type { Transaction } from '#store/database.ts'
import { record } from '#store/event-log.ts'
import { userById } from '#store/users.ts'
import { type Context, recordedActor } from './context.ts'
import { usableWays } from './usable-ways.ts'

/**
 * Writes a post into the contact book, or changes one.
 * Refusals: role_may_not, agency_unknown, bad_address_of { channel }, user_unknown, no_such_contact,
 * critical_unheard, critical_late { minutes }.
 */
export async function saveContact(
  context: Context,
  wanted: SaveContact,
): Promise<Result<{ contactId: string }>> {
  const allowed = may(context.actor, 'manage_contacts')
  if (!allowed.ok) return allowed
  const addresses = cleaned(wanted.addresses)
  if (!addresses.ok) return addresses
  const { rung, post, userId, rules, quiet } = wanted
  // The office stands in one agency and the group's leader in none, whatever the form said.
  const agency = agencyOfRung(rung, wanted.agency ?? '')
  return context.db.transaction(async (tx) => {
    const agencies = await listAgencies(tx)
    if (agency !== null && !agencies.some(({ key }) => key === agency)) return refusal('agency_unknown')
    if (userId && !(await userById(tx, userId))) return refusal('user_unknown')
    const fields = { agency, rung, post, userId, addresses: addresses.value, rules, quiet }
    const unheard = unheardBy(rules, await usableWays(tx, fields))
    if (unheard) return refusal(unheard.code, unheard.details)
    const contactId = await write(context, tx, wanted.contactId, fields)
    if (!contactId) return refusal('no_such_contact')
    await recordChange(context, tx, { contactId, post, removed: false })
    return ok({ contactId })
  })
}

/** Takes a post out of the book; what was sent to it stays known. Refusals: role_may_not, no_such_contact. */
export async function removeContact(
  context: Context,
  { contactId }: { contactId: string },
): Promise<Result<true>> {
  const allowed = may(context.actor, 'manage_contacts')
  if (!allowed.ok) return allowed
  return context.db.transaction(async (tx) => {
    const standing = await lockContact(tx, contactId)
    if (!standing) return refusal('no_such_contact')
    // The addresses go with the post: nobody is kept who is not called any more.
    await updateContact(tx, contactId, { removedAt: context.now, addresses: {} })
    await recordChange(context, tx, { contactId, post: standing.post, removed: true })
    return ok(true)
  })
}

async function write(
  context: Context,
  tx: Transaction,
  contactId: string | null,
  fields: Parameters<typeof updateContact>[2] & { rung: SaveContact['rung']; post: string },
): Promise<string | null> {
  if (contactId === null) {
    const id = context.newId()
    await insertContact(tx, { id, addresses: {}, ...fields, createdAt: context.now })
    return id
  }
  if (!(await lockContact(tx, contactId))) return null
  await updateContact(tx, contactId, fields)
  return contactId
}

function cleaned(given: SaveContact['addresses']): Result<Partial<Record<AddressedChannel, string>>> {
  const kept: Partial<Record<AddressedChannel, string>> = {}
  for (const [channel, typed] of Object.entries(given) as [AddressedChannel, string][]) {
    const address = typed.normalize('NFKC').replace(channel === 'email' ? /\s/g : /[\s()-](?=\d)/g, '')
    if (address === '') continue
    if (!channels[channel].addressShape.test(address)) return refusal('bad_address_of', { channel })
    kept[channel] = address
  }
  return ok(kept)
}

async function recordChange(
  context: Context,
  tx: Transaction,
  data: { contactId: string; post: string; removed: boolean },
): Promise<void> {
  const changed = { name: 'contact.changed' as const, data, incidentId: null, route: null }
  await record(tx, [changed], { at: context.now, actor: recordedActor(context) })
}
