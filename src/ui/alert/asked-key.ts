import type { AlertView } from '#contracts/views.ts'

/** One asking of an agency: what lapsed or was given back is asked anew. */
export function askedKey({ id, lapse }: AlertView): string {
  return lapse ? `${id}@${lapse.at}` : id
}
