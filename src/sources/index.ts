import { feedSource } from './feed-source.ts'

/** Every kind of source that is asked for posts; a new kind is one file and one line here. */
export const sources = { feed: feedSource } as const

export type FetchedKind = keyof typeof sources
