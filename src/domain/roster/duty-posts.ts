import type { ContactRung } from '#domain/contact/contact-rung.ts'
import type { Turn } from './turn.ts'

type BookedPost = { id: string; rung: ContactRung }

/**
 * The posts that stand on an agency's lowest rung: whom the roster names for now, and the book's own duty posts
 * where it names nobody who is still in the book.
 */
export function dutyPosts<Post extends BookedPost>(
  book: readonly Post[],
  turn: Pick<Turn, 'dutyId' | 'substituteId'> | null,
): Record<'duty' | 'substitute', Post[]> {
  const named = (id: string | null | undefined) => book.filter((post) => post.id === id)
  const [duty, substitute] = [named(turn?.dutyId), named(turn?.substituteId)]
  if (duty.length + substitute.length > 0) return { duty, substitute }
  const standing = (rung: ContactRung) => book.filter((post) => post.rung === rung)
  return { duty: standing('duty'), substitute: standing('substitute') }
}
