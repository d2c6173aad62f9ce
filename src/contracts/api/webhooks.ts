import { z } from 'zod'
import { type EventName, events } from '#contracts/events.ts'
import { instant } from '#contracts/views.ts'
import { operation } from './operation.ts'

const eventName = z.enum(Object.keys(events) as [EventName, ...EventName[]])

export const apiWebhook = z
  .object({
    id: z.uuid(),
    url: z.string(),
    /** Empty: all events the agency may hear. */
    events: z.array(z.string()),
    createdAt: instant,
  })
  .meta({ id: 'Webhook' })
export type ApiWebhook = z.infer<typeof apiWebhook>

const nothing = z.object({})

export const listWebhooks = operation({
  id: 'listWebhooks',
  method: 'GET',
  path: '/webhooks',
  scope: 'webhooks:manage',
  params: nothing,
  query: nothing,
  body: null,
  answer: z.object({ webhooks: z.array(apiWebhook) }).meta({ id: 'WebhookList' }),
  status: 200,
  refusals: {},
})

export const addWebhook = operation({
  id: 'addWebhook',
  method: 'POST',
  path: '/webhooks',
  scope: 'webhooks:manage',
  params: nothing,
  query: nothing,
  body: z
    .object({
      url: z.url({ protocol: /^https?$/ }).max(500),
      events: z.array(eventName).max(100).default([]),
    })
    .meta({ id: 'NewWebhook' }),
  answer: apiWebhook
    .extend({
      /** Signs every delivery; told this once. */
      secret: z.string(),
    })
    .meta({ id: 'AddedWebhook' }),
  status: 201,
  refusals: {
    409: ['too_many_webhooks'],
    422: ['address_refused', 'dns_failed', 'address_with_password'],
  },
})

export const removeWebhook = operation({
  id: 'removeWebhook',
  method: 'DELETE',
  path: '/webhooks/{id}',
  scope: 'webhooks:manage',
  params: z.object({ id: z.uuid() }),
  query: nothing,
  body: null,
  answer: null,
  status: 204,
  refusals: { 404: ['no_such_webhook'] },
})
