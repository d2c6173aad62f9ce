import { z } from 'zod'
import { urgencies } from '#domain/paging/urgency.ts'
import { formField } from './form-field.ts'
import { channelKind } from './paging.ts'
import { instant } from './views.ts'

/** What a kind of channel says of itself. */
export const channelForm = z.object({
  kind: channelKind,
  fields: z.array(formField),
  carries: z.enum(urgencies),
  acknowledges: z.enum(['press', 'link', 'button', 'reply', 'none']),
  address: z.enum(['needed', 'optional', 'none']),
})
export type ChannelForm = z.infer<typeof channelForm>

/** A gateway as the screens show it: never a secret. */
export const channelView = z.object({
  id: z.string(),
  kind: channelKind,
  name: z.string(),
  agency: z.string().nullable(),
  enabled: z.boolean(),
  /** Settings that are no secret. */
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  lastHandedAt: instant.nullable(),
  lastFailedAt: instant.nullable(),
  lastProblem: z.string().nullable(),
  /** Failures in a row. */
  strikes: z.number().int(),
  /** Messages of the last day. */
  handed: z.number().int(),
  failed: z.number().int(),
  waiting: z.number().int(),
})
export type ChannelView = z.infer<typeof channelView>

export const channelListView = z.object({
  forms: z.array(channelForm),
  channels: z.array(channelView),
  /** Address of the alert feed with its token; null until one was made. */
  feedToken: z.string().nullable(),
  /** Messages given up, newest first; `post` null: to another house's machine. */
  dead: z.array(
    z.object({
      id: z.string(),
      kind: channelKind,
      post: z.string().nullable(),
      attempts: z.number().int(),
      problem: z.string().nullable(),
      at: instant,
    }),
  ),
  /** Where the SMS gateway hands over replies. */
  origin: z.string(),
})
export type ChannelListView = z.infer<typeof channelListView>

export const saveChannelInput = z.object({
  channelId: z.uuid().nullable(),
  kind: channelKind,
  name: z.string().trim().min(1).max(60),
  agency: z.string().min(1).max(40).nullable(),
  enabled: z.boolean(),
  /** Secrets left empty stay as they are. */
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type SaveChannel = z.infer<typeof saveChannelInput>

export const retryMessageInput = z.object({ messageId: z.uuid() })
export const channelIdInput = z.object({ channelId: z.uuid() })
export const testChannelInput = z.object({ channelId: z.uuid(), address: z.string().trim().max(200) })
export type TestChannel = z.infer<typeof testChannelInput>

export const pushKeysInput = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).max(1_000),
  p256dh: z.string().regex(/^[A-Za-z0-9_-]{80,100}={0,2}$/),
  auth: z.string().regex(/^[A-Za-z0-9_-]{16,30}={0,2}$/),
})
export type PushKeys = z.infer<typeof pushKeysInput>
