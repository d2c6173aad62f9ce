import { door } from '#app/api/v1/door.ts'
import { removeWebhook as operation } from '#contracts/api/webhooks.ts'
import { removeWebhook } from '#use-cases/remove-webhook.ts'

export const dynamic = 'force-dynamic'

/** Nothing more is sent there. */
export const DELETE = door(operation, (context, { params }) => removeWebhook(context, params))
