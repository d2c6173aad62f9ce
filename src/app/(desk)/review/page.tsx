import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readReviewQueue } from '#actions/review.ts'
import { pageTitle } from '#app/(desk)/page-title.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { requireActor } from '#auth/require-actor.ts'
import { env } from '#platform/env.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { ReviewPage } from '#ui/review/review-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('review')

/** Doubtful posts that wait for a person. */
export default async function Review() {
  const person = await requireActor()
  const [queue, agencies] = await Promise.all([readReviewQueue({ without: [] }), listAgencies(database())])
  if (!queue.ok) notFound()
  return (
    <DeskShell person={person}>
      <ReviewPage initial={queue.value} agencies={agencies} drill={env().REALM === 'drill'} />
    </DeskShell>
  )
}
