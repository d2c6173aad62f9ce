import type { Metadata } from 'next'
import { readReviewQueue } from '#actions/review.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { env } from '#platform/env.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { ReviewPage } from '#ui/review/review-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('review')

/** Doubtful posts that wait for a person. */
export default async function Review() {
  const person = await requireDeskActor()
  const [queue, agencies] = await Promise.all([readReviewQueue({ without: [] }), listAgencies(database())])
  return (
    <DeskShell person={person}>
      <ReviewPage initial={granted(queue)} agencies={agencies} drill={env().REALM === 'drill'} />
    </DeskShell>
  )
}
