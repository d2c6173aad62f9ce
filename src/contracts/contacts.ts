import { z } from 'zod'
import { contactRungs } from '#domain/contact/contact-rung.ts'
import { addressedChannels, personalChannels } from '#domain/paging/channel-kind.ts'
import { longestWaitMinutes, mostSteps } from '#domain/paging/personal-rules.ts'
import { urgencies } from '#domain/paging/urgency.ts'
import { instant, personView } from './views.ts'

const step = z.object({
  channel: z.enum(personalChannels),
  afterMinutes: z.number().int().min(0).max(longestWaitMinutes),
})
export const personalRules = z.partialRecord(z.enum(urgencies), z.array(step).max(mostSteps))

const minute = z.number().int().min(0).max(1_439)
export const quietHours = z.object({ from: minute, to: minute })

export const testOutcomes = ['answered', 'no_answer', 'wrong_address'] as const

/** A post of the book, for those who keep it. */
export const contactView = z.object({
  id: z.string(),
  agency: z.string().nullable(),
  rung: z.enum(contactRungs),
  post: z.string(),
  userId: z.string().nullable(),
  username: z.string().nullable(),
  addresses: z.partialRecord(z.enum(addressedChannels), z.string()),
  rules: personalRules.nullable(),
  quiet: quietHours.nullable(),
  reachable: z.boolean(),
  tests: z.array(
    z.object({
      id: z.string(),
      at: instant,
      channel: z.enum(personalChannels),
      outcome: z.enum(testOutcomes),
      note: z.string(),
      by: personView,
    }),
  ),
})
export type ContactView = z.infer<typeof contactView>

export const contactBookView = z.object({
  contacts: z.array(contactView),
  /** Accounts a post can have. */
  users: z.array(z.object({ id: z.string(), username: z.string(), agency: z.string().nullable() })),
})
export type ContactBookView = z.infer<typeof contactBookView>

export const saveContactInput = z.object({
  /** Null for a new one. */
  contactId: z.uuid().nullable(),
  agency: z.string().min(1).max(40).nullable(),
  rung: z.enum(contactRungs),
  post: z.string().trim().min(1).max(40),
  userId: z.string().min(1).max(64).nullable(),
  addresses: z.partialRecord(z.enum(addressedChannels), z.string().trim().max(120)),
  rules: personalRules.nullable(),
  quiet: quietHours.nullable(),
})
export type SaveContact = z.infer<typeof saveContactInput>

/** A way an officer can be called, and what keeps it from being one. */
const way = z.object({
  channel: z.enum(personalChannels),
  state: z.enum(['ready', 'no_gateway', 'no_address', 'no_browser', 'no_account']),
  /** The end of a number, so that it is known to be the right one; the whole is the office's to see. */
  ending: z.string().nullable(),
})

/** An officer's own post of the book: what reaches it is shown, only the order and the quiet hours are its own. */
export const ownCallsView = z.object({
  contactId: z.string(),
  agency: z.string().nullable(),
  rung: z.enum(contactRungs),
  post: z.string(),
  ways: z.array(way),
  rules: personalRules.nullable(),
  quiet: quietHours.nullable(),
})
export type OwnCallsView = z.infer<typeof ownCallsView>

export const saveOwnCallsInput = z.object({
  contactId: z.uuid(),
  rules: personalRules.nullable(),
  quiet: quietHours.nullable(),
})
export type SaveOwnCalls = z.infer<typeof saveOwnCallsInput>

export const tryOwnCallInput = z.object({ contactId: z.uuid(), channel: z.enum(personalChannels) })
export type TryOwnCall = z.infer<typeof tryOwnCallInput>

export const removeContactInput = z.object({ contactId: z.uuid() })

export const testContactInput = z.object({
  contactId: z.uuid(),
  channel: z.enum(personalChannels),
  outcome: z.enum(testOutcomes),
  note: z.string().trim().max(200).default(''),
})
export type TestContact = z.infer<typeof testContactInput>
