'use server'
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'
import { cookies, headers } from 'next/headers'
import { signedInFromHeaders } from '#auth/actor.ts'
import { auth } from '#auth/auth.ts'
import { openDrillSession } from '#auth/drill-session.ts'
import { type ChangePassword, changePassword as changePasswordInput } from '#contracts/account.ts'
import { ok, type Result } from '#domain/result.ts'
import { changePassword as carryOutChange } from '#use-cases/change-password.ts'
import { pass } from './command.ts'

/** Steps into one of the drill's posts; refused in the real realm and from any other machine. */
export async function signInToDrill(username: string): Promise<Result<true>> {
  const opened = await openDrillSession(String(username), await headers())
  if (!opened.ok) return opened
  await giveCookies(opened.value)
  return ok(true)
}

/** Ends this device's session, in PostgreSQL and in the browser. */
export async function signOut(): Promise<Result<true>> {
  const answer = await auth().api.signOut({ headers: await headers(), returnHeaders: true })
  await giveCookies(answer.headers)
  return ok(true)
}

/** Replaces one's own password; open also to whoever still owes a new one. */
export async function changePassword(input: ChangePassword): Promise<Result<true>> {
  const signedIn = await signedInFromHeaders(await headers())
  const keepToken = signedIn?.token ?? null
  return pass(
    async () => signedIn?.person ?? null,
    changePasswordInput,
    (context, wanted) => carryOutChange(context, { ...wanted, keepToken }),
    input,
  )
}

async function giveCookies(from: Headers): Promise<void> {
  const jar = await cookies()
  for (const line of from.getSetCookie()) {
    for (const [name, cookie] of parseSetCookieHeader(line))
      jar.set(name, cookie.value, toCookieOptions(cookie))
  }
}
