import { z } from 'zod'
import type { Channel, RawPost } from '#domain/post/post.ts'
import { isPlausible, readDate } from './feed-date.ts'
import { htmlToText } from './html-text.ts'
import type { PushedSource, SourceWarning } from './source.ts'

/** The lines a hotline message can come in on, as `POST /api/hotline` names them. */
export const hotlineChannels = ['12345', '12333', '110', 'grid', 'union', 'petition', 'other'] as const

export type HotlineChannel = (typeof hotlineChannels)[number] & Channel

const line = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((value) => value?.trim() || undefined)

/**
 * The body of `POST /api/hotline`. Fields it does not name are dropped unread: whoever sends the caller's name or
 * telephone number along finds that it went nowhere.
 */
export const hotlineBody = z.object({
  /** The sender's own number for the call; the same id is the same call. */
  id: z.string().trim().min(1).max(200),
  channel: z.enum(hotlineChannels),
  /** ISO 8601; a time without a zone is Beijing time. */
  receivedAt: z
    .string()
    .max(40)
    .refine((written) => readDate(written) !== null, { error: 'date_unreadable' }),
  text: z
    .string()
    .max(20_000)
    .refine((text) => text.trim() !== '', { error: 'text_missing' }),
  place: line(200),
  employer: line(200),
  workers: z.number().int().min(0).max(1_000_000).nullish(),
  amountYuan: z.number().min(0).max(100_000_000_000).nullish(),
})

export type HotlineBody = z.infer<typeof hotlineBody>

const hotlineConfig = z.object({ channel: z.enum(hotlineChannels).default('12345') })

export type HotlineConfig = z.infer<typeof hotlineConfig>

/** A hotline centre that sends each call as it comes, to `POST /api/hotline`. */
export const hotlineSource: PushedSource<HotlineConfig, HotlineBody, HotlineMessage> = {
  kind: 'hotline',
  config: hotlineConfig,
  channel: ({ channel }) => channel,
  body: hotlineBody,
  receive: hotlineToRawPost,
}

export type HotlineMessage = { post: RawPost; channel: HotlineChannel; warnings: SourceWarning[] }

/** Makes the raw post of a hotline message. A call dated wrongly is still a call: it is kept without its date. */
export function hotlineToRawPost(body: HotlineBody, now: Date): HotlineMessage {
  const receivedAt = readDate(body.receivedAt)
  const plausible = receivedAt !== null && isPlausible(receivedAt, now)
  const { place, employer } = body
  const [workers, amountYuan] = [body.workers ?? undefined, body.amountYuan ?? undefined]
  const stated = { place, employer, workers, amountYuan }
  const says = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined))
  return {
    post: {
      externalId: body.id,
      title: '',
      text: htmlToText(body.text),
      url: null,
      publishedAt: plausible ? receivedAt : null,
      ...(Object.keys(says).length > 0 ? { stated: says } : {}),
    },
    channel: body.channel,
    warnings: plausible ? [] : [{ code: 'date_implausible', details: { count: 1 } }],
  }
}
