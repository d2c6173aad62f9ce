import { door } from '#app/api/v1/door.ts'
import { addWebhook as adding, listWebhooks as listing } from '#contracts/api/webhooks.ts'
import { addWebhook } from '#use-cases/add-webhook.ts'
import { listWebhooks } from '#use-cases/list-webhooks.ts'

export const dynamic = 'force-dynamic'

/** The addresses the agency has registered. */
export const GET = door(listing, (context) => listWebhooks(context))

/** Registers one more. */
export const POST = door(adding, (context, { body }) => addWebhook(context, body))
