import { z } from 'zod'
import type { RawPost } from '#domain/post/post.ts'
import { makeItems } from './feed-item.ts'
import type { PushedSource, SourceWarning } from './source.ts'

/** Posts in one batch; a vendor with more sends several. */
export const maxBatch = 500

const line = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((value) => value?.trim() ?? '')

/** More than anything was ever seen; what is not a count is no reason to lose a post. */
const count = z.number().int().min(0).max(2_000_000_000).nullable().catch(null).default(null)

/** One post of a batch. Whatever else the vendor knows of it (its author above all) is dropped unread. */
const vendorPost = z
  .object({
    id: z.union([z.string().trim().min(1).max(200), z.number().int()]).transform(String),
    title: line(500),
    text: line(20_000),
    url: line(2_000),
    publishedAt: line(60),
    views: count,
    reposts: count,
  })
  .refine(({ title, text }) => title !== '' || text !== '', { path: ['text'] })

/** The body of `POST /api/vendor`. */
export const vendorBody = z.object({
  /** The vendor's own name for the batch; the same batch sent again changes nothing. */
  batch: z.string().trim().min(1).max(200),
  posts: z.array(z.unknown()).min(1).max(maxBatch),
})

export type VendorBody = z.infer<typeof vendorBody>

export type VendorMessage = {
  posts: RawPost[]
  /** Posts that could not be understood, by their place in the batch; the others are taken. */
  refused: { index: number; field: string }[]
  warnings: SourceWarning[]
}

const vendorConfig = z.object({})

/** A data vendor that sends batches of posts it has collected, to `POST /api/vendor`. */
export const vendorSource: PushedSource<z.infer<typeof vendorConfig>, VendorBody, VendorMessage> = {
  kind: 'vendor',
  config: vendorConfig,
  channel: () => 'online',
  body: vendorBody,
  receive: vendorToRawPosts,
}

/** Makes the raw posts of a batch; a post dated wrongly is kept without its date. */
export function vendorToRawPosts(body: VendorBody, now: Date): VendorMessage {
  const refused: VendorMessage['refused'] = []
  const found = body.posts.flatMap((one, index) => {
    const post = vendorPost.safeParse(one)
    if (post.success) return [post.data]
    refused.push({ index, field: post.error.issues[0]?.path.join('.') ?? '' })
    return []
  })
  const { items, warnings } = makeItems(
    found.map(({ id, title, text, url, publishedAt, views, reposts }) => ({
      ids: [id],
      titles: [title],
      links: [url],
      contents: [text],
      dates: [publishedAt],
      ...(views === null && reposts === null ? {} : { reach: { views, reposts } }),
    })),
    { url: null, now },
  )
  return { posts: items, refused, warnings }
}
