import { agencyOfRung, type ContactRung, rungsCalled } from '#domain/contact/contact-rung.ts'

/** unknown: the agency's book of contacts is not kept, so nothing is claimed and the ladder climbs by its clock. */
export type Reach = 'somebody' | 'nobody' | 'unknown'
export type Reaches = (agency: string, rung: number) => Reach

/** A post of the contact book, and whether any address or screen of its own reaches it. */
export type BookedPost = { agency: string | null; rung: ContactRung; reachable: boolean }

/** Whether a ladder's rung has anybody who can be called, by the contact book. */
export function reachesBy(book: readonly BookedPost[]): Reaches {
  const kept = new Set(book.map(({ agency }) => agency))
  const reachable = new Set(
    book.filter((one) => one.reachable).map(({ agency, rung }) => keyOf(agency, rung)),
  )
  return (agency, rung) => {
    if (!kept.has(agency)) return 'unknown'
    const posts = rungsCalled(rung, 'watch')
    return posts.some((post) => reachable.has(keyOf(agencyOfRung(post, agency), post)))
      ? 'somebody'
      : 'nobody'
  }
}

function keyOf(agency: string | null, rung: ContactRung): string {
  return `${agency ?? ''}/${rung}`
}
