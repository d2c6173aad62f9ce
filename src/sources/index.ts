import { feedSource } from './feed-source.ts'
import { hotlineSource } from './hotline.ts'
import { htmlSource } from './html-source.ts'
import { imapSource } from './imap-source.ts'
import { importSource } from './import-source.ts'
import { jsonSource } from './json-source.ts'
import { vendorSource } from './vendor.ts'

/** Kinds that are asked for posts; a new kind is one file and one line here. */
export const sources = { feed: feedSource, json: jsonSource, html: htmlSource, imap: imapSource } as const

/** Kinds that send by themselves, each to a door of its own under `/api`. */
export const pushedSources = { hotline: hotlineSource, vendor: vendorSource } as const

/** Kinds that are handed over as a file. */
export const fileSources = { import: importSource } as const

export type FetchedKind = keyof typeof sources
export type PushedKind = keyof typeof pushedSources

export function isFetchedKind(kind: string): kind is FetchedKind {
  return Object.hasOwn(sources, kind)
}

export function isPushedKind(kind: string): kind is PushedKind {
  return Object.hasOwn(pushedSources, kind)
}
