import { ok, type Result, refusal } from '#domain/result.ts'
import { env } from '#platform/env.ts'
import { database } from '#store/database.ts'
import { userByName } from '#store/users.ts'
import { auth } from './auth.ts'
import { type DrillRefusal, drillDoor } from './drill-door.ts'
import { drillUsers } from './drill-users.ts'

/** Whether this request may step into the drill without a password; the log-in page shows the buttons by it. */
export function drillDoorFor(request: Headers): Result<true, DrillRefusal> {
  const { REALM, HOST } = env()
  const [host, forwardedFor] = [request.get('host'), request.get('x-forwarded-for')]
  return drillDoor({ realm: REALM, bind: HOST, host, forwardedFor })
}

/** A session for one of the drill's posts, as `Set-Cookie` headers; refused everywhere but in a local drill. */
export async function openDrillSession(
  username: string,
  request: Headers,
): Promise<Result<Headers, DrillRefusal | 'user_unknown'>> {
  const open = drillDoorFor(request)
  if (!open.ok) return open
  const wanted = drillUsers.find((one) => one.username === username)
  const user = wanted && (await userByName(database(), wanted.username))
  if (!user || user.disabledAt) return refusal('user_unknown')
  const { headers } = await auth().api.signInToDrill({ body: { userId: user.id }, returnHeaders: true })
  return ok(headers)
}
