import { refusalBody } from '#i18n/refusal-body.ts'
import { translatorFor } from '#i18n/translator.ts'
import { readBody } from '#platform/request-body.ts'
import { contextFor } from '#use-cases/context.ts'
import { takeSmsReply } from '#use-cases/take-sms-reply.ts'

const bodyMaxBytes = 8 * 1024
const statusOf: Record<string, number> = { not_json: 400, not_understood: 422, too_large: 413 }
/** The gateway is not who it says it is; every other refusal is an answer to the officer. */
const unsigned = /^(key_unknown|signature_|timestamp_)/

/** An officer's SMS, handed over by the gateway: `{ from, text }`, answered with `reply`, the SMS to send back. */
export async function POST(request: Request): Promise<Response> {
  const { headers } = request
  const body = await readBody(request, bodyMaxBytes)
  if (!body)
    return Response.json(refusalBody({ code: 'too_large', details: { limitBytes: bodyMaxBytes } }), {
      status: 413,
    })
  const answer = await takeSmsReply(contextFor({ kind: 'system', name: 'sms-reply' }), {
    key: headers.get('x-anxin-key'),
    timestamp: headers.get('x-anxin-timestamp'),
    signature: headers.get('x-anxin-signature'),
    body,
  })
  if (answer.ok) {
    const { done, number } = answer.value
    return Response.json({ done, reply: translatorFor('zh')(`paging.done.${done}`, { number }) })
  }
  const { code } = answer.refusal
  const told = refusalBody(answer.refusal)
  if (unsigned.test(code)) return Response.json(told, { status: 401 })
  return Response.json({ ...told, reply: told.error.zh }, { status: statusOf[code] ?? 200 })
}
