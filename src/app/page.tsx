import { redirect } from 'next/navigation'
import { requireActor } from '#auth/require-actor.ts'
import { homeOf } from '#ui/shell/navigation.ts'

/** The address people type: on to the page of one's role. */
export default async function Home() {
  redirect(homeOf(await requireActor()))
}
