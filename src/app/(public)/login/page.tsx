import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { signedInFromHeaders } from '#auth/actor.ts'
import { drillDoorFor } from '#auth/drill-session.ts'
import { drillUsers } from '#auth/drill-users.ts'
import { isLocale, localeCookie } from '#i18n/locale.ts'
import { translatorFor } from '#i18n/translator.ts'
import { env } from '#platform/env.ts'
import { LoginPage } from '#ui/account/login-page.tsx'
import { homeOf } from '#ui/shell/navigation.ts'

export async function generateMetadata(): Promise<Metadata> {
  const chosen = (await cookies()).get(localeCookie)?.value
  return { title: translatorFor(isLocale(chosen) ? chosen : 'zh')('account.login') }
}

/** Whoever is signed in already goes on to their page; a local drill offers its posts. */
export default async function Login() {
  const request = await headers()
  const signedIn = await signedInFromHeaders(request)
  if (signedIn) redirect(signedIn.mustChangePassword ? '/account' : homeOf(signedIn.person))
  const drillPosts = drillDoorFor(request).ok ? drillUsers.map((one) => one.username) : []
  return <LoginPage realm={env().REALM} drillPosts={drillPosts} />
}
