import { z } from 'zod'
import { contactRungs } from '#domain/contact/contact-rung.ts'
import { personalChannels } from '#domain/paging/channel-kind.ts'
import { occasions } from '#domain/paging/occasion.ts'
import { urgencies } from '#domain/paging/urgency.ts'
import { gradeView, instant } from './views.ts'

export const channelKind = z.enum([...personalChannels, 'webhook'])
export const occasion = z.enum(occasions)

/** One message, as the log remembers it: posts and channels, never an address. */
const messageEvent = z.object({
  incidentId: z.string().nullable(),
  messageId: z.string(),
  pageId: z.string(),
  occasion,
  agency: z.string().nullable(),
  rung: z.enum(contactRungs),
  post: z.string(),
  channel: channelKind,
  urgency: z.enum(urgencies),
  /** The account whose list it stands in; null for every channel but the screen. */
  userId: z.string().nullable(),
})

/** Nobody could be reached for an occasion: an empty rung, or a post none of whose channels works. */
const unreachableEvent = z.object({
  incidentId: z.string().nullable(),
  occasion,
  agency: z.string().nullable(),
  rung: z.enum(contactRungs),
  /** Null when the rung is empty. */
  post: z.string().nullable(),
})

/** What becomes of the calls to people, and of the book and the gateways they rest on. */
export const pagingEvents = {
  'message.handed': messageEvent,
  'message.failed': messageEvent.extend({ problem: z.string() }),
  'page.unreachable': unreachableEvent,
  /** Somebody answered with a link or a code that was not theirs, or was made up. */
  'reply.refused': z.object({
    incidentId: z.string().nullable(),
    by: z.enum(['link', 'sms']),
    why: z.string(),
  }),
  'contact.changed': z.object({ contactId: z.string(), post: z.string(), removed: z.boolean() }),
  'channel.changed': z.object({
    channelId: z.string(),
    kind: channelKind,
    name: z.string(),
    removed: z.boolean(),
  }),
} as const

export const messageView = z.object({
  id: z.string(),
  channel: channelKind,
  state: z.enum(['waiting', 'handed', 'failed', 'stopped']),
  attempts: z.number().int(),
  handedAt: instant.nullable(),
  nextTryAt: instant.nullable(),
  /** Code of what went wrong last. */
  problem: z.string().nullable(),
})
export type MessageView = z.infer<typeof messageView>

/** Who was called about an incident, by which channels, and how it went. */
export const pageView = z.object({
  id: z.string(),
  agency: z.string().nullable(),
  post: z.string(),
  rung: z.enum(contactRungs),
  occasion,
  urgency: z.enum(urgencies),
  state: z.enum(['open', 'stopped', 'unreachable']),
  beganAt: instant,
  /** How many posts the incident held when last counted: a storm pages once and counts. */
  posts: z.number().int(),
  messages: z.array(messageView),
})
export type PageView = z.infer<typeof pageView>

/** One line of an officer's own list. */
export const noticeView = z.object({
  id: z.string(),
  at: instant,
  incidentId: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  occasion,
  open: z.boolean(),
  seen: z.boolean(),
})
export type NoticeView = z.infer<typeof noticeView>

/** What a page's link shows: enough to decide, nothing that names a person. */
export const linkedPageView = z.object({
  agency: z.string(),
  post: z.string(),
  number: z.string(),
  headline: z.string(),
  place: z.string(),
  grade: gradeView,
  occasion,
  lines: z.array(z.string()),
  dueAt: instant.nullable(),
  mayAccept: z.boolean(),
})
export type LinkedPageView = z.infer<typeof linkedPageView>
