import type { ContactBookView } from '#contracts/contacts.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { isReachable, latestTests, listContacts as readContacts } from '#store/contacts.ts'
import { listUsers } from '#store/users.ts'
import type { Context } from './context.ts'

/** Test calls shown with each post. */
const testsShown = 5

/** The contact book with its addresses, for the office alone. */
export async function listContacts(context: Context): Promise<Result<ContactBookView>> {
  const allowed = may(context.actor, 'manage_contacts')
  if (!allowed.ok) return allowed
  const { db } = context
  const [contacts, users] = await Promise.all([readContacts(db), listUsers(db)])
  const tests = await latestTests(
    db,
    contacts.map(({ id }) => id),
  )
  return ok({
    contacts: contacts.map((one) => {
      const { id, agency, rung, post, userId, username, addresses, rules, quiet } = one
      const own = tests.filter(({ contactId }) => contactId === id).slice(0, testsShown)
      return {
        ...{ id, agency, rung, post, userId, username, addresses, rules, quiet },
        reachable: isReachable(one),
        tests: own.map((test) => ({ ...test, at: test.at.toISOString() })),
      }
    }),
    users: users
      .filter(({ disabledAt, role }) => !disabledAt && role !== 'wall')
      .map(({ id, username, agency }) => ({ id, username, agency })),
  })
}
